import type { MailBacklog } from '../../domain/ports/deliveries.ts';
import type { WebhookBacklog } from '../../domain/ports/webhooks.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Desk } from './desk.ts';

/** What can be known of the workflow server from here; asked with a short deadline. */
export interface WorkflowHealth {
  readonly server: boolean;
  readonly worker: boolean;
}

export type ProbeWorkflows = () => Promise<WorkflowHealth>;

export const parts = ['database', 'workflowServer', 'worker', 'outbox', 'mail', 'webhooks'] as const;
export type Part = (typeof parts)[number];

export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly database: boolean;
  readonly workflowServer: boolean;
  readonly worker: boolean;
  readonly outbox: { readonly count: number; readonly oldestMs: number };
  readonly mail: MailBacklog;
  readonly webhooks: WebhookBacklog;
  /** Why it is not ready. */
  readonly standing: readonly Part[];
  readonly message: Bilingual;
}

/** All in ms. Older than this, and something that should send stands still. */
const limits = { outbox: 10_000, mail: 15 * 60_000, webhooks: 15 * 60_000 };

const noMail: MailBacklog = { waiting: 0, oldestMs: 0, failed: 0, uncertain: 0 };
const noWebhooks: WebhookBacklog = { waiting: 0, oldestMs: 0, failing: 0, overdueMs: 0, dead: 0 };

const messages = {
  ready: { vi: 'Hệ thống hoạt động bình thường.', en: 'Everything works.' },
  process: {
    vi: 'Việc nộp, cho ý kiến và quyết định vẫn được ghi nhận ngay; nhắc việc và các bước tiếp theo của quy trình đang chờ và sẽ tự tiếp tục.',
    en: 'Submissions, opinions and decisions are recorded at once as usual; reminders and the next steps of the process are waiting and will go on by themselves.',
  },
  sending: {
    vi: 'Công việc và quy trình vẫn chạy bình thường; thư hoặc thông báo tới hệ thống khác đang chờ và sẽ tự gửi lại.',
    en: 'Work and the process go on as usual; mails or messages to other systems are waiting and will be sent again by themselves.',
  },
  full: {
    vi: 'Đọc được nhưng chưa ghi được vào cơ sở dữ liệu, có thể vì hết dung lượng đĩa: chưa có gì được ghi nhận. Cần giải phóng dung lượng.',
    en: 'The database can be read but not written, perhaps for want of room on the disk: nothing is being recorded. Make room.',
  },
  unavailable: { vi: 'Không đọc được cơ sở dữ liệu: chưa có gì được ghi nhận. Vui lòng thử lại sau.', en: 'The database cannot be read: nothing is being recorded. Please try again later.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * What works and what stands still. Mails degrade it by the age of the oldest: they go through our own mail server. Webhooks do only when nobody tries
 * them any more: that somebody else's system does not answer for days is theirs to mend, and stands in the figures.
 */
export async function readReadiness({ record, now }: Desk, probe: ProbeWorkflows): Promise<Readiness> {
  const { read } = record;
  const [backlog, mail, webhooks, { server, worker }] = await Promise.all([
    read.outbox.backlog(now()).catch(() => undefined),
    read.deliveries.backlog(now()).catch(() => noMail),
    read.webhookDeliveries.backlog(now()).catch(() => noWebhooks),
    probe().catch((): WorkflowHealth => ({ server: false, worker: false })),
  ]);
  const outbox = backlog ?? { count: 0, oldestMs: 0 };
  const isUp = {
    database: backlog !== undefined && !record.isFailing(), workflowServer: server, worker, outbox: outbox.oldestMs < limits.outbox, mail: mail.oldestMs < limits.mail, webhooks: webhooks.overdueMs < limits.webhooks,
  } satisfies Readonly<Record<Part, boolean>>;
  const standing = parts.filter((part) => !isUp[part]);
  const status = backlog === undefined ? 'unavailable' : standing.length === 0 ? 'ready' : 'degraded';
  const message = messages[status === 'degraded' ? (!isUp.database ? 'full' : standing.every((part) => part === 'mail' || part === 'webhooks') ? 'sending' : 'process') : status];
  return { status, database: isUp.database, workflowServer: server, worker, outbox, mail, webhooks, standing, message };
}
