import { mostFiles, type Attachment } from '../../domain/attachment.ts';
import { isCycleOver } from '../../domain/cycle-over.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Instant } from '../../domain/date.ts';
import type { GuidanceFile } from '../../domain/launch-draft.ts';
import { fileRefused } from '../../domain/file-faults.ts';
import { isAllowed } from '../../domain/permissions.ts';
import type { IncomingFile } from '../../domain/ports/files.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { OpenedFile } from './attachments.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';
import { attachmentId, receiveFile } from './receiving.ts';

type Answer = Promise<{ file: Attachment }>;

/** Files of the guidance, for every member of the cycle. */
export async function listGuidanceFiles(desk: Desk, cycle: string): Promise<readonly Attachment[]> {
  await getCycle(desk.record.read, cycle);
  return desk.record.read.attachments.listGuidance(cycle);
}

export async function openGuidanceFile(desk: Desk, cycle: string, id: string): Promise<OpenedFile> {
  const file = await getGuidanceFile(desk.record.read, cycle, id);
  return { file, ...(await desk.files.open(file.hash)) };
}

/** Adds a file to the guidance: before it goes out, or to complete it later. */
export async function addGuidanceFile(desk: Desk, caller: Caller, { cycle: id, file }: { cycle: string; file: IncomingFile | undefined }): Answer {
  assertMay(caller);
  assertRunning(await getCycle(desk.record.read, id));
  const kept = await receiveFile(desk, file);
  return desk.record.write(async (tx) => {
    const { cycle, at } = await open(desk, tx, id);
    const attachment = attachmentOf(id, { ...kept, uploadedAt: at, uploadedBy: caller.actor.id });
    const present = await tx.attachments.find(attachment.id);
    if (present) return { file: present };
    if ((await tx.attachments.listGuidance(id)).length >= mostFiles) throw fileRefused('file-too-many');
    await tx.attachments.put(attachment);
    await note(tx, caller, cycle, at, 'addFile', attachment);
    return { file: attachment };
  });
}

/** Takes a file out again, until the guidance has gone out: what units were given stays. */
export async function removeGuidanceFile(desk: Desk, caller: Caller, cycleId: string, id: string): Answer {
  assertMay(caller);
  return desk.record.write(async (tx) => {
    const { cycle, at } = await open(desk, tx, cycleId);
    const file = await getGuidanceFile(tx, cycleId, id);
    if (cycle.state !== 'guidance') throw new Refused('wrong-stage', { figures: { act: 'removeFile', state: cycle.state } });
    await tx.attachments.remove(id);
    await note(tx, caller, cycle, at, 'removeFile', file);
    return { file };
  });
}

/** Puts files that were prepared with a launch beside the guidance of the cycle that it has opened. */
export async function attachPrepared(tx: Repositories, caller: Caller, cycle: Cycle, files: readonly GuidanceFile[]): Promise<void> {
  for (const { id: _, ...file } of files) {
    const attachment = attachmentOf(cycle.id, { ...file, uploadedAt: cycle.createdAt });
    await tx.attachments.put(attachment);
    await note(tx, caller, cycle, cycle.createdAt, 'addFile', attachment);
  }
}

const attachmentOf = (cycle: string, file: Omit<GuidanceFile, 'id'>): Attachment =>
  ({ id: attachmentId(cycle, file.hash, file.name), cycle, duty: null, unit: null, target: null, task: null, ...file, removedAt: null });

function assertMay({ actor }: Caller): void {
  if (!isAllowed(actor, 'file.guide')) throw new Refused('forbidden', { figures: { action: 'file.guide' } });
}

function assertRunning({ id, state }: Cycle): void {
  if (isCycleOver({ state })) throw new Refused('cycle-over', { figures: { cycle: id, state } });
}

async function open(desk: Desk, tx: Repositories, id: string): Promise<{ cycle: Cycle; at: Instant }> {
  const cycle = await getCycle(tx, id);
  assertRunning(cycle);
  return { cycle, at: nowIn(desk, cycle) };
}

async function getGuidanceFile(repositories: Repositories, cycle: string, id: string): Promise<Attachment> {
  const file = await repositories.attachments.find(id);
  if (!file || file.cycle !== cycle || file.duty !== null) throw new Refused('not-found', { figures: { subject: id } });
  return file;
}

async function note(tx: Repositories, { actor }: Caller, cycle: Cycle, at: Instant, act: 'addFile' | 'removeFile', { id, name, hash, size }: Attachment): Promise<void> {
  await tx.audit.append([{ at, actor: actorId(actor), act, cycle: cycle.id, unit: null, subject: `${cycle.id}/guidance`, outcome: 'done', details: { file: id, name, hash, size } }]);
}
