import { z } from 'zod';
import type { AuditRow } from '../../domain/audit.ts';
import type { Backup } from '../../domain/backup.ts';
import type { WebhookBacklog } from '../../domain/ports/webhooks.ts';
import { parts } from '../use-cases/readiness.ts';
import { bilingual, instant } from './common.ts';

export const auditRow = z.strictObject({
  id: z.int(), at: instant, writtenAt: z.int(), actor: z.string(), act: z.string(), cycle: z.string().nullable(), unit: z.string().nullable(), subject: z.string(), outcome: z.enum(['done', 'refused']),
  details: z.record(z.string(), z.unknown()), previous: z.string(), hash: z.string(),
} satisfies Record<keyof AuditRow, z.ZodType>).meta({ id: 'AuditRow' });

export const auditQuery = {
  cycle: z.string().max(100).exactOptional(), unit: z.string().max(100).exactOptional(), act: z.string().max(100).exactOptional(), actor: z.string().max(200).exactOptional(), subject: z.string().max(300).exactOptional(),
  after: z.coerce.number().int().min(0).exactOptional(),
};

export const auditVerdict = z.strictObject({ rows: z.int(), intact: z.boolean(), firstBroken: z.strictObject({ id: z.int(), reason: z.enum(['content', 'link', 'gap']) }).exactOptional() });

const readiness = {
  status: z.enum(['ready', 'degraded', 'unavailable']), database: z.boolean(), workflowServer: z.boolean(), worker: z.boolean(), outbox: z.strictObject({ count: z.int(), oldestMs: z.number() }), mail: z.strictObject({ waiting: z.int(), oldestMs: z.number(), failed: z.int(), uncertain: z.int() }),
  webhooks: z.strictObject({ waiting: z.int(), oldestMs: z.number(), failing: z.int(), overdueMs: z.number(), dead: z.int() } satisfies Record<keyof WebhookBacklog, z.ZodType>),
  standing: z.array(z.enum(parts)).meta({ description: 'Parts that do not answer or stand still' }), message: bilingual,
};
export const system = z.strictObject({
  ...readiness, now: z.int(), version: z.string(), node: z.string(), uptimeSeconds: z.int(), memoryBytes: z.int(), accounts: z.int(), units: z.int(), calendarDays: z.int(), auditRows: z.int(), openCycles: z.int(),
  lastBackup: z.strictObject({ at: z.int(), file: z.string(), bytes: z.int(), auditRows: z.int(), auditHead: z.string().nullable() } satisfies Record<keyof Backup, z.ZodType>).nullable(),
}).meta({ id: 'SystemState' });
