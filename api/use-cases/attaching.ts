import { mostFiles, type Attachment, type FileSubject } from '../../domain/attachment.ts';
import { evidenceAt, mostEvidence, withFile, withoutFile, filesIn } from '../../domain/evidence.ts';
import { fileRefused } from '../../domain/file-faults.ts';
import type { IncomingFile } from '../../domain/ports/files.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import { getAttachment } from './attachments.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { readDraft, type ReadDraft } from './draft-content.ts';
import { assertWritable } from './drafting.ts';
import { authorise, stand, type Place, type Stand } from './place.ts';
import { attachmentId, receiveFile } from './receiving.ts';

type Answer = Promise<{ file: Attachment }>;

/** Adds a file to a plan or report whose draft is open; for a target or task, the draft's evidence refers to it from then on. Added again, it is the one that is there. */
export async function addFile(desk: Desk, caller: Caller, { place, subject, file }: { place: Place; subject: FileSubject; file: IncomingFile | undefined }): Answer {
  const here = await writable(desk, caller, place);
  assertKnown((await readDraft(desk, here)).content, subject);
  const kept = await receiveFile(desk, file);
  const { duty, cycle, at } = here;
  const attachment: Attachment = {
    id: attachmentId(duty.id, subject.target, subject.task, kept.hash, kept.name), cycle: cycle.id, duty: duty.id, unit: duty.unit, ...subject, ...kept, uploadedAt: at, uploadedBy: caller.actor.id, removedAt: null,
  };
  const refer = (content: SubmissionContent): SubmissionContent => {
    if ((evidenceAt(content, subject)?.length ?? 0) >= mostEvidence && withFile(content, subject, attachment.id) !== content) throw fileRefused('file-too-many');
    return withFile(content, subject, attachment.id);
  };
  return change(desk, caller, here, refer, async (tx) => {
    const present = await tx.attachments.find(attachment.id);
    if (present?.removedAt === null) return { file: present };
    if ((await tx.attachments.listOf(duty.id)).filter(({ removedAt }) => removedAt === null).length >= mostFiles) throw fileRefused('file-too-many');
    await tx.attachments.put(attachment);
    await note(tx, caller, here, 'addFile', attachment);
    return { file: attachment };
  });
}

/** Takes a file out of an open draft. One that a submission refers to stays to be read there. */
export async function removeFile(desk: Desk, caller: Caller, place: Place, id: string): Answer {
  const here = await writable(desk, caller, place);
  const file = await getAttachment(desk, here.duty, id);
  if (file.removedAt !== null) return { file };
  const submissions = await desk.record.read.submissions.listOf(here.duty.id);
  const isSent = submissions.some(({ content, submittedAt }) => filesIn(content).has(id) || (isGeneral(file) && file.uploadedAt <= submittedAt));
  return change(desk, caller, here, (content) => withoutFile(content, file, id), async (tx) => {
    if (isSent) await tx.attachments.retire(id, here.at);
    else await tx.attachments.remove(id);
    await note(tx, caller, here, 'removeFile', file);
    return { file };
  });
}

const isGeneral = ({ target, task }: FileSubject): boolean => target === null && task === null;

async function writable(desk: Desk, caller: Caller, place: Place): Promise<Stand> {
  const here = await stand(desk, place);
  authorise(caller, 'file.add', here.cycle, here.duty.unit);
  assertWritable(here);
  return here;
}

function assertKnown(content: SubmissionContent, subject: FileSubject): void {
  if (isGeneral(subject) || evidenceAt(content, subject)) return;
  const [pointer, value] = subject.target === null ? ['/task', subject.task] : ['/target', subject.target];
  throw new Refused('invalid-input', { errors: [{ pointer, code: 'file-subject', value, accepted: content.kind === 'report' ? [...content.targets.map(({ target }) => target), ...content.tasks.map(({ task }) => task)].join(', ').slice(0, 2000) : '' }] });
}

/** As often as another may come between reading the draft and saving it. */
const attempts = 5;

/** Row, draft and audit row in one transaction; again from the newer draft when somebody saved in between. */
async function change<Result>(desk: Desk, caller: Caller, here: Stand, edit: (content: SubmissionContent) => SubmissionContent, work: (tx: Repositories) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const draft = await readDraft(desk, here);
    const content = edit(draft.content);
    try {
      return await desk.record.write(async (tx) => {
        await assertStillOpen(tx, here);
        const result = await work(tx);
        if (content !== draft.content) await save(tx, caller, here, draft, content);
        return result;
      });
    } catch (error) {
      if (attempt === attempts || !(error instanceof Refused) || error.code !== 'stale-version') throw error;
    }
  }
}

async function assertStillOpen(tx: Repositories, { duty, cycle, at }: Stand): Promise<void> {
  const [now, nowCycle] = [await tx.duties.find(duty.id), await tx.cycles.find(cycle.id)];
  if (!now || !nowCycle) throw new Refused('not-found', { figures: { subject: duty.id } });
  assertWritable({ duty: now, cycle: nowCycle, at });
}

async function save(tx: Repositories, { actor }: Caller, { duty, at }: Stand, { version }: ReadDraft, content: SubmissionContent): Promise<void> {
  const saved = await tx.drafts.save(duty.id, version, content, at, actor.id);
  if (!saved) throw new Refused('stale-version', { figures: { subject: duty.id, expected: version } });
}

async function note(tx: Repositories, { actor }: Caller, { duty, cycle, at }: Stand, act: 'addFile' | 'removeFile', { id, name, hash, size, target, task }: Attachment): Promise<void> {
  await tx.audit.append([{ at, actor: actorId(actor), act, cycle: cycle.id, unit: duty.unit, subject: duty.id, outcome: 'done', details: { file: id, name, hash, size, target, task } }]);
}
