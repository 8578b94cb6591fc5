import { fileReference, referredFile, type FileSubject } from './attachment.ts';
import type { SubmissionContent } from './submission.ts';

/** Most lines of evidence that one target or task has. */
export const mostEvidence = 50;

interface Proved {
  readonly evidence?: readonly string[];
}

/** The lines of evidence of a target or task; undefined when the content has no such place. */
export function evidenceAt(content: SubmissionContent, { target, task }: FileSubject): readonly string[] | undefined {
  if (content.kind === 'plan') return undefined;
  const entry: Proved | undefined = target === null ? content.tasks.find((each) => each.task === task) : content.targets.find((each) => each.target === target);
  return entry && (entry.evidence ?? []);
}

/** The content with a file among the evidence of its target or task; as it was when it is there already, or belongs to the whole. */
export function withFile(content: SubmissionContent, subject: FileSubject, id: string): SubmissionContent {
  const present = evidenceAt(content, subject);
  return present === undefined || present.some((line) => referredFile(line) === id) ? content : changed(content, subject, (lines) => [...lines, fileReference(id)]);
}

/** The content without a file. */
export function withoutFile(content: SubmissionContent, subject: FileSubject, id: string): SubmissionContent {
  const present = evidenceAt(content, subject);
  return present?.some((line) => referredFile(line) === id) ? changed(content, subject, (lines) => lines.filter((line) => referredFile(line) !== id)) : content;
}

/** Every file that the content refers to. */
export function filesIn(content: SubmissionContent): ReadonlySet<string> {
  if (content.kind === 'plan') return new Set();
  const lines = [...content.targets, ...content.tasks].flatMap(({ evidence }) => evidence ?? []);
  return new Set(lines.map(referredFile).filter((id) => id !== undefined));
}

function changed(content: SubmissionContent, { target, task }: FileSubject, edit: (lines: readonly string[]) => readonly string[]): SubmissionContent {
  if (content.kind === 'plan') return content;
  const edited = <Entry extends Proved>({ evidence = [], ...entry }: Entry): Omit<Entry, 'evidence'> & Proved => {
    const lines = edit(evidence);
    return lines.length > 0 ? { ...entry, evidence: lines } : entry;
  };
  return target === null
    ? { ...content, tasks: content.tasks.map((entry) => (entry.task === task ? edited(entry) : entry)) }
    : { ...content, targets: content.targets.map((entry) => (entry.target === target ? edited(entry) : entry)) };
}
