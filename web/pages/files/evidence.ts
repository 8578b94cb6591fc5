import { fileReference, referredFile, type Attachment } from '../../../domain/attachment.ts';
import { filesIn } from '../../../domain/evidence.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import { listFiles } from '../../../api/use-cases/attachments.ts';
import type { Visit } from '../../http/page.ts';
import { paths, type DutyPlace } from '../../paths.ts';
import type { DutyParams } from '../duty/on-both.ts';

/** A line of evidence as people read it: a file by its name with where it is downloaded, anything else as it was typed. */
export interface EvidenceLine {
  readonly text: string;
  readonly href?: string;
}

/** Turns lines of evidence into names and links. `files`: those of the same plan or report (`filesOf`); a reference to none of them says so. */
export function evidenceOf(lines: readonly string[], files: ReadonlyMap<string, Pick<Attachment, 'id' | 'name'>>, place: DutyPlace, { t }: Pick<Visit, 't'>): readonly EvidenceLine[] {
  return lines.map((text) => {
    const id = referredFile(text);
    if (id === undefined) return { text };
    const file = files.get(id);
    return file ? { text: file.name, href: paths.file(place, id) } : { text: t('files.gone') };
  });
}

/** Files among the evidence of a draft, by the field of the form that holds it: `targets.<id>.evidence`, `tasks.<id>.evidence`. */
export async function filesByField(visit: Visit<DutyParams>, content: SubmissionContent): Promise<Readonly<Record<string, readonly EvidenceLine[]>>> {
  if (content.kind === 'plan' || filesIn(content).size === 0) return {};
  const files = await filesOf(visit, visit.params);
  const linked = (lines: readonly string[] = []): readonly EvidenceLine[] => evidenceOf(lines.filter((line) => referredFile(line) !== undefined), files, visit.params, visit);
  return Object.fromEntries([...content.targets.map(({ target, evidence }) => [`targets.${target}.evidence`, linked(evidence)] as const), ...content.tasks.map(({ task, evidence }) => [`tasks.${task}.evidence`, linked(evidence)] as const)]);
}

/** Files by the line of evidence that refers to them (`file:<id>`), for templates that list evidence. */
export async function filesByReference(visit: Visit, place: DutyParams): Promise<Readonly<Record<string, EvidenceLine>>> {
  return Object.fromEntries([...(await filesOf(visit, place)).values()].map(({ id, name }) => [fileReference(id), { text: name, href: paths.file(place, id) }]));
}

/** Files of a plan or report that the reader may see, by id. */
export async function filesOf({ desk, caller }: Visit, place: DutyParams): Promise<ReadonlyMap<string, Attachment>> {
  return new Map((await listFiles(desk, caller, place)).map((file) => [file.id, file]));
}
