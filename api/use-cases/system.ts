import type { Backup } from '../../domain/backup.ts';
import type { Desk } from './desk.ts';
import { readReadiness, type ProbeWorkflows, type Readiness } from './readiness.ts';

/** The newest backup that this server knows of. */
export type LastBackup = () => Backup | undefined;

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
