import { referredFile } from '../../../../domain/attachment.ts';
import type { SubmissionContent } from '../../../../domain/submission.ts';
import { one, many, type Fields } from '../../../http/form.ts';
import { valueAt, withValue, type Field } from './field.ts';
import { leaves, type LeafContext } from './leaf.ts';

/** Something that a person must look at before a field is saved. */
export interface EditFault {
  readonly field: string;
  readonly code: string;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** A field that two people changed: what is saved now, beside what was typed. */
export interface Conflict {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Edited {
  readonly content: SubmissionContent;
  readonly faults: readonly EditFault[];
  readonly conflicts: readonly Conflict[];
}

export const textOf = (content: SubmissionContent, { leaf, path }: Field, context: LeafContext): string => leaves[leaf].write(valueAt(content, path), context);

/** What the form showed when it was opened, by field: `was` of the form; a field that is not there was empty. */
export function shownBefore(fields: Fields): Readonly<Record<string, string>> | undefined {
  try {
    const was: unknown = JSON.parse(one(fields, 'was'));
    return typeof was === 'object' && was !== null ? Object.fromEntries(Object.entries(was).map(([name, text]) => [name, String(text)])) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a form that is shown again was made from, `texts` being what stands now. A field that its author left alone shows what it showed, so it keeps counting as
 * left alone: what somebody else put there meanwhile would be emptied by the next save.
 */
export function shownAgain(texts: Readonly<Record<string, string>>, typed: Fields): Readonly<Record<string, string>> {
  const before = shownBefore(typed);
  if (!before) return texts;
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => {
    const was = before[name] ?? '';
    return [name, Object.hasOwn(typed, name) && one(typed, name) === was.trim() ? was : text];
  }));
}

/**
 * Puts what was typed into the content as it stands now, field by field. A field that the author left as the form showed it stays as it stands, whoever
 * changed it; one that both changed is a conflict until the author has chosen (`pick:<field>`), and is not touched. What cannot be read is a fault and not touched.
 */
export function applyEdits(current: SubmissionContent, fields: readonly Field[], typed: Fields, context: LeafContext): Edited {
  const was = shownBefore(typed);
  const asked = new Set(many(typed, 'conflict'));
  const faults: EditFault[] = [];
  const conflicts: Conflict[] = [];
  let content = current;
  for (const field of fields) {
    const { name } = field;
    if (!Object.hasOwn(typed, name)) continue;
    const text = one(typed, name);
    const now = textOf(current, field, context);
    const before = was ? was[name] ?? '' : undefined;
    const pick = one(typed, `pick:${name}`);
    const isWaiting = asked.has(name) && pick === '';
    if (!isWaiting && (text === now.trim() || text === before?.trim() || pick === 'theirs')) continue;
    const read = leaves[field.leaf].read(text, context);
    if ('problem' in read) {
      faults.push({ field: name, code: read.problem, figures: read.figures });
      continue;
    }
    const value = withFiles(field, valueOf(field, read.value), valueAt(current, field.path));
    if (sameValue(value, valueAt(current, field.path))) continue;
    if (isWaiting || (before !== undefined && before !== now)) conflicts.push({ field: name, mine: text, theirs: now });
    else content = withValue(content, field.path, value);
  }
  return { ...withoutNamelessFocalPoint(content, current, faults), conflicts: [...conflicts] };
}

function valueOf({ empty }: Field, value: unknown): unknown {
  if (value !== '' && value !== null && value !== undefined) return value;
  return empty === 'absent' ? undefined : empty === 'null' ? null : '';
}

/** Files among the lines of a field are not typed there, and stay. */
function withFiles({ leaf }: Field, value: unknown, now: unknown): unknown {
  const files = leaf === 'lines' && Array.isArray(now) ? now.filter((line) => referredFile(String(line)) !== undefined) : [];
  return files.length > 0 ? [...files as unknown[], ...(Array.isArray(value) ? value.filter((line) => !files.includes(line)) as unknown[] : [])] : value;
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A focal point has a name; without anything it is missing. */
function withoutNamelessFocalPoint(content: SubmissionContent, current: SubmissionContent, faults: readonly EditFault[]): Omit<Edited, 'conflicts'> {
  const { focalPoint } = content;
  if (focalPoint === null || focalPoint.name) return { content, faults };
  const isEmpty = Object.values(focalPoint).every((value) => !value);
  if (isEmpty) return { content: { ...content, focalPoint: null }, faults };
  return { content: { ...content, focalPoint: current.focalPoint }, faults: [...faults, { field: 'focalPoint.name', code: 'focal-point-name', figures: {} }] };
}

/** Rows that the author still typed into, though somebody has removed them meanwhile. */
export function lostRows(fields: readonly Field[], typed: Fields): readonly EditFault[] {
  const known = new Set(fields.map(({ name }) => name));
  const was = shownBefore(typed) ?? {};
  return Object.keys(typed).filter((name) => /^(tasks|budget|spending)\./.test(name) && !known.has(name) && one(typed, name) !== '' && one(typed, name) !== (was[name] ?? '').trim())
    .map((name) => ({ field: '', code: 'row-gone', figures: { value: one(typed, name) } }));
}
