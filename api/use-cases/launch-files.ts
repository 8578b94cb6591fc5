import { mostFiles } from '../../domain/attachment.ts';
import { fileRefused } from '../../domain/file-faults.ts';
import type { GuidanceFile, LaunchDraft } from '../../domain/launch-draft.ts';
import type { IncomingFile } from '../../domain/ports/files.ts';
import { Refused } from '../../domain/refusals.ts';
import type { OpenedFile } from './attachments.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { assertState, getLaunchDraft, saveLaunch } from './launch-drafts.ts';
import { attachmentId, receiveFile } from './receiving.ts';

/** Which draft, and what its form says besides: the text of the guidance is kept with a change of its files. */
export interface WithFiles {
  readonly id: string;
  /** The version that the form was made from; absent: whatever it is now. */
  readonly version?: number;
  readonly guidance?: string;
}

/** Adds a file that goes with the guidance once the cycle is launched. Added again, it is the one that is there. */
export async function addLaunchFile(desk: Desk, caller: Caller, { file, ...where }: WithFiles & { readonly file: IncomingFile | undefined }): Promise<LaunchDraft> {
  assertState(await getLaunchDraft(desk, caller, where.id), 'draft');
  const kept = await receiveFile(desk, file);
  const added: GuidanceFile = { id: attachmentId(where.id, kept.hash, kept.name), ...kept, uploadedAt: desk.now(), uploadedBy: caller.actor.id };
  return change(desk, caller, where, (files) => {
    if (files.some(({ id }) => id === added.id)) return files;
    if (files.length >= mostFiles) throw fileRefused('file-too-many');
    return [...files, added];
  });
}

/** Takes a file out again; one that is not there is out. */
export function removeLaunchFile(desk: Desk, caller: Caller, file: string, where: WithFiles): Promise<LaunchDraft> {
  return change(desk, caller, where, (files) => (files.some(({ id }) => id === file) ? files.filter(({ id }) => id !== file) : files));
}

export async function openLaunchFile(desk: Desk, caller: Caller, id: string, fileId: string): Promise<OpenedFile> {
  const { content } = await getLaunchDraft(desk, caller, id);
  const file = content.files.find((each) => each.id === fileId);
  if (!file) throw new Refused('not-found', { figures: { subject: fileId } });
  return { file, ...(await desk.files.open(file.hash)) };
}

/** As often as another may come between reading the draft and saving it. */
const attempts = 5;

async function change(desk: Desk, caller: Caller, { id, version, guidance }: WithFiles, edit: (files: readonly GuidanceFile[]) => readonly GuidanceFile[]): Promise<LaunchDraft> {
  for (let attempt = 1; ; attempt += 1) {
    const draft = await getLaunchDraft(desk, caller, id);
    const { content: before } = draft;
    const changes = { files: edit(before.files), guidance: guidance ?? before.guidance };
    if (changes.files === before.files && changes.guidance === before.guidance) return draft;
    try {
      return await saveLaunch(desk, caller, { id, version: version ?? draft.version, changes });
    } catch (error) {
      if (version !== undefined || attempt === attempts || !(error instanceof Refused) || error.code !== 'stale-version') throw error;
    }
  }
}
