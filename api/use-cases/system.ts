import type { Backup } from '../../domain/backup.ts';
import type { MailBacklog } from '../../domain/ports/deliveries.ts';
import type { Desk } from './desk.ts';

/** What can be known of the workflow server from here; asked with a short deadline. */
export interface WorkflowHealth {
  readonly server: boolean;
  readonly worker: boolean;
}

/** The newest backup that this server knows of. */
export type LastBackup = () => Backup | undefined;

export type ProbeWorkflows = () => Promise<WorkflowHealth>;

/** Older than this, and messages are waiting for something that is away. */
const backlogMs = 10_000;
/** A mail that waits longer says that none gets through. */
const mailMs = 15 * 60_000;
const noMail: MailBacklog = { waiting: 0, oldestMs: 0, failed: 0, uncertain: 0 };

export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly database: boolean;
  readonly workflowServer: boolean;
  readonly worker: boolean;
  readonly outbox: { readonly count: number; readonly oldestMs: number };
  readonly mail: MailBacklog;
  readonly message: { readonly vi: string; readonly en: string };
}

const messages = {
  ready: { vi: 'Hệ thống hoạt động bình thường.', en: 'Everything works.' },
  degraded: {
    vi: 'Việc nộp, cho ý kiến và quyết định vẫn được ghi nhận ngay; nhắc việc và các bước tiếp theo của quy trình đang chờ và sẽ tự tiếp tục.',
    en: 'Submissions, opinions and decisions are recorded at once as usual; reminders and the next steps of the process are waiting and will go on by themselves.',
  },
  unavailable: { vi: 'Không đọc được cơ sở dữ liệu: chưa có gì được ghi nhận. Vui lòng thử lại sau.', en: 'The database cannot be read: nothing is being recorded. Please try again later.' },
} as const;

export async function readReadiness(desk: Desk, probe: ProbeWorkflows): Promise<Readiness> {
  const [backlog, mail, health] = await Promise.all([
    desk.record.read.outbox.backlog(desk.now()).catch(() => undefined),
    desk.record.read.deliveries.backlog(desk.now()).catch(() => noMail),
    probe().catch((): WorkflowHealth => ({ server: false, worker: false })),
  ]);
  const status = !backlog ? 'unavailable' : health.server && health.worker && backlog.oldestMs < backlogMs && mail.oldestMs < mailMs ? 'ready' : 'degraded';
  return { status, database: backlog !== undefined, workflowServer: health.server, worker: health.worker, outbox: backlog ?? { count: 0, oldestMs: 0 }, mail, message: messages[status] };
}

export interface SystemState extends Readiness {
  readonly now: number;
  readonly version: string;
  readonly node: string;
  readonly uptimeSeconds: number;
  readonly memoryBytes: number;
  readonly accounts: number;
  readonly units: number;
  readonly calendarDays: number;
  readonly auditRows: number;
  readonly openCycles: number;
  readonly lastBackup: Backup | null;
}

export async function readSystem(desk: Desk, probe: ProbeWorkflows, version: string, lastBackup: LastBackup): Promise<SystemState> {
  const { read } = desk.record;
  return {
    ...(await readReadiness(desk, probe)),
    now: desk.now(), version, node: process.version, uptimeSeconds: Math.round(process.uptime()), memoryBytes: process.memoryUsage.rss(),
    accounts: await read.accounts.count(), units: await read.units.count(), calendarDays: await read.calendarDays.count(), auditRows: await read.audit.lastId(), openCycles: (await read.cycles.listOpen()).length, lastBackup: lastBackup() ?? null,
  };
}
