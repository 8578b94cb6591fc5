import { z } from 'zod';
import { fileKinds, type Attachment, type FileKind, type FileSubject } from '../../domain/attachment.ts';
import { cycleId, hash, inCycle, instant, planPlace, reportPlace, unitCode } from './common.ts';

export const fileId = z.string().regex(/^[0-9a-f]{16}$/).meta({ description: 'Id of a file; evidence of a report refers to it as `file:<id>`' });
const subjectId = z.string().min(1).max(120);

export const attachment = z.strictObject({
  id: fileId, cycle: cycleId, duty: z.string().nullable(), unit: unitCode.nullable(), target: z.string().nullable(), task: z.string().nullable(), hash: hash.meta({ description: 'SHA-256 of the bytes' }), name: z.string(),
  kind: z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]]), size: z.int(), uploadedAt: instant, uploadedBy: z.string(), removedAt: instant.nullable(),
} satisfies Record<keyof Attachment, z.ZodType>).meta({ id: 'Attachment', description: 'A file of a plan, a report or the guidance. `removedAt`: taken out of the draft after a submission referred to it' });

export const fileAnswer = z.strictObject({ file: attachment });

/** What a file proves: a target or a task of the report, or the whole when neither is given. */
export const fileSubject = z.strictObject({ target: subjectId.exactOptional(), task: subjectId.exactOptional() }).refine(({ target, task }) => target === undefined || task === undefined, { error: 'one-subject', path: ['task'] });
export const subjectOf = ({ target, task }: z.output<typeof fileSubject>): FileSubject => ({ target: target ?? null, task: task ?? null });

export const planFile = planPlace.extend({ file: fileId });
export const reportFile = reportPlace.extend({ file: fileId });
export const guidanceFile = inCycle.extend({ file: fileId });

/** Bytes, for the description only. */
export const bytes = z.unknown().meta({ override: { type: 'string', format: 'binary' } });
export const uploadForm = z.strictObject({ file: bytes });
