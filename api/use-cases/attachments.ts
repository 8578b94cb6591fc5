import type { Attachment } from '../../domain/attachment.ts';
import type { Duty } from '../../domain/duty.ts';
import { filesIn } from '../../domain/evidence.ts';
import type { Bytes } from '../../domain/ports/files.ts';
import { isAllowed } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { authorise, stand, type Place } from './place.ts';

export interface OpenedFile {
  readonly file: Pick<Attachment, 'name' | 'kind' | 'hash'>;
  readonly size: number;
  readonly bytes: Bytes;
}

/** Files of a plan or report: its unit sees those of the draft too, everybody else what was submitted. */
export async function listFiles(desk: Desk, caller: Caller, place: Place): Promise<readonly Attachment[]> {
  const { duty, cycle } = await stand(desk, place);
  authorise(caller, 'file.read', cycle, duty.unit);
  return seenBy(desk, caller, duty, await desk.record.read.attachments.listOf(duty.id));
}

/** One file with its bytes. What the caller may not see is answered as if there were none. */
export async function openFile(desk: Desk, caller: Caller, place: Place, id: string): Promise<OpenedFile> {
  const { duty, cycle } = await stand(desk, place);
  authorise(caller, 'file.read', cycle, duty.unit);
  const [file] = await seenBy(desk, caller, duty, [await getAttachment(desk, duty, id)]);
  if (!file) throw new Refused('not-found', { figures: { subject: id } });
  return { file, ...(await desk.files.open(file.hash)) };
}

export async function getAttachment(desk: Desk, { id: duty }: Pick<Duty, 'id'>, id: string): Promise<Attachment> {
  const file = await desk.record.read.attachments.find(id);
  if (file?.duty !== duty) throw new Refused('not-found', { figures: { subject: id } });
  return file;
}

async function seenBy(desk: Desk, caller: Caller, { id, unit }: Duty, files: readonly Attachment[]): Promise<readonly Attachment[]> {
  if (files.length === 0 || isAllowed(caller.actor, 'draft.read', { unit })) return files;
  const submissions = await desk.record.read.submissions.listOf(id);
  const referred = new Set(submissions.flatMap(({ content }) => [...filesIn(content)]));
  const last = Math.max(0, ...submissions.map(({ submittedAt }) => submittedAt));
  return files.filter((file) => referred.has(file.id) || (file.target === null && file.task === null && file.uploadedAt <= last));
}

/** How long a content that no row refers to is left alone: far longer than an upload takes. */
const orphanMs = 24 * 3_600_000;

/** Removes contents that nothing refers to and what broken uploads left behind; answers how many. */
export function clearOrphans({ files, record }: Pick<Desk, 'files' | 'record'>): Promise<number> {
  return files.sweep((hash) => record.read.attachments.isReferred(hash), orphanMs);
}
