import { z } from 'zod';
import { noticeKinds, type Notice } from '../../domain/notice.ts';
import { day, instant } from './common.ts';

export const notice = z.strictObject({
  id: z.int(), to: z.string().meta({ description: 'Whom it is addressed to: a role at a unit, the secretariat, the committee' }), kind: z.enum(noticeKinds), cycle: z.string(),
  subject: z.string().meta({ description: 'Id of a duty, or of a directive' }), detail: z.string(), due: day.nullable(), at: instant, isRead: z.boolean(),
} satisfies Record<keyof Notice, z.ZodType>).meta({ id: 'Notice' });

export const noticeId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
export const byNotice = z.strictObject({ id: noticeId });
export const readUpTo = z.strictObject({ upTo: z.int().positive() });
