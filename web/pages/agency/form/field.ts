import { draftPartNames, type DraftPartName } from '../../../../domain/draft-part.ts';
import type { SubmissionContent } from '../../../../domain/submission.ts';
import type { leaves } from './leaf.ts';

/** The pages of the form are the parts that can be handed to colleagues. */
export const formSections = draftPartNames;
export type FormSection = DraftPartName;

type Path = readonly (string | number)[];

/** One field of the form: its name, which is also its id on the page, and the place of its value in the content. */
export interface Field {
  readonly name: string;
  readonly section: FormSection;
  readonly leaf: keyof typeof leaves;
  readonly path: Path;
  /** What an empty field makes of the value: left out, `null` (missing), or the empty text. */
  readonly empty: 'absent' | 'null' | 'text';
}

export function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined), content);
}

/** The content with another value at the path; `undefined` leaves the member out. */
export function withValue(content: SubmissionContent, path: Path, value: unknown): SubmissionContent {
  return put(content, path, value) as SubmissionContent;
}

function put(node: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(node)) return node.map((each: unknown, index) => (index === step ? put(each, rest, value) : each));
  const record = (typeof node === 'object' && node !== null ? node : {}) as Readonly<Record<string, unknown>>;
  const next = put(record[step], rest, value);
  const { [String(step)]: _, ...others } = record;
  if (next === undefined) return others;
  return Object.hasOwn(record, step) ? { ...record, [step]: next } : { ...others, [step]: next };
}
