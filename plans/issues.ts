import type { z } from 'zod';
import type { Bilingual } from '../domain/text.ts';
import type { DataPath } from './yaml.ts';
import type { IssueWords } from './schema/words.ts';
import { fieldsAt } from './shape.ts';

/** A problem before it is known where it stands: `key` is the unknown field itself. */
export interface Fault {
  readonly path: DataPath;
  readonly key?: string;
  readonly code: string;
  readonly value?: unknown;
  readonly accepted: Bilingual;
  readonly message: Bilingual;
}

const same = (words: string): Bilingual => ({ vi: words, en: words });

const typeNames: Readonly<Record<string, Bilingual>> = {
  string: { vi: 'văn bản', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'khối trường', en: 'a block of fields' },
  record: { vi: 'khối trường', en: 'a block of fields' },
};

/** Faults of a refused value, in the order in which zod found them. `value` is the whole parsed file. */
export function faultsOf(error: z.ZodError, schema: z.ZodType, value: unknown): Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, schema, value));
}

function faultsOfIssue(issue: z.core.$ZodIssue, schema: z.ZodType, whole: unknown): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const found = valueAt(whole, path);
  if (issue.code === 'unrecognized_keys') {
    const accepted = same(fieldsAt(schema, path).join(', '));
    return issue.keys.map((key) => ({ path, key, code: 'unknown-field', value: valueAt(whole, [...path, key]), accepted, message: { vi: 'trường không có trong khuôn dạng', en: 'is not a field of this format' } }));
  }
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find((errors) => errors.length > 0 && errors.every(({ code }) => code === 'custom'));
    if (branch !== undefined) return branch.map((inner) => ({ path, value: found, ...wordsOf(inner) }));
  }
  if (issue.code === 'custom') return [{ path, value: found, ...wordsOf(issue) }];
  if (found === undefined) return [{ path, code: 'missing-field', accepted: acceptedBy(issue), message: { vi: 'thiếu trường bắt buộc', en: 'a required field is missing' } }];
  return [{ path, code: codeOf(issue), value: found, accepted: acceptedBy(issue), message: { vi: `giá trị không được chấp nhận: ${show(found)}`, en: `value not accepted: ${show(found)}` } }];
}

/** Every custom issue of these schemas is raised by `issueOf` and carries its words. */
function wordsOf(issue: z.core.$ZodIssue): IssueWords {
  if (issue.code !== 'custom') throw new TypeError(`not a custom issue: ${issue.code}`);
  const { code, accepted, message } = issue.params as unknown as IssueWords;
  return { code, accepted, message };
}

function codeOf(issue: z.core.$ZodIssue): string {
  return issue.code.replaceAll('_', '-');
}

function acceptedBy(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'invalid_value':
      return same(issue.values.map(String).join(', '));
    case 'invalid_type':
      return typeNames[issue.expected] ?? same(issue.expected);
    case 'invalid_format':
      return same(issue.pattern ?? issue.format);
    case 'too_small':
      return same(`≥ ${String(issue.minimum)}`);
    case 'too_big':
      return same(`≤ ${String(issue.maximum)}`);
    case 'invalid_union':
      return { vi: 'văn bản, số hoặc null', en: 'text, a number or null' };
    case 'invalid_key':
      return { vi: 'tên trường viết thường, không dấu', en: 'a field name in plain lower case' };
    default:
      return same(issue.message);
  }
}

function valueAt(whole: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((node, step) => (typeof node === 'object' && node !== null ? (node as Record<string | number, unknown>)[step] : undefined), whole);
}

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}
