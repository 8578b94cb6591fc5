import type { z } from 'zod';
import { Refused, type FieldError } from '../../domain/refusals.ts';

/** Reads input by its contract. Throws `invalid-input` naming every field that is wrong. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw new Refused('invalid-input', { errors: read.error.issues.slice(0, 100).flatMap((issue) => fieldErrors(issue, input)) });
}

function fieldErrors(issue: z.core.$ZodIssue, input: unknown): readonly FieldError[] {
  const at = [...issue.path];
  const pointer = pointerOf(at);
  const value = valueAt(input, at);
  const shown = typeof value === 'object' && value !== null ? {} : { value };
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? [{ pointer, code: 'required', accepted: issue.expected }] : [{ pointer, code: 'type', ...shown, accepted: issue.expected }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: pointerOf([...at, key]), code: 'unknown-field' }));
    case 'too_small':
      return [{ pointer, code: 'too-small', ...shown, accepted: `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}` }];
    case 'too_big':
      return [{ pointer, code: 'too-big', ...shown, accepted: `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}` }];
    case 'invalid_value':
      return [{ pointer, code: 'value', ...shown, accepted: issue.values.map(String).join(' | ') }];
    case 'invalid_format':
      return [{ pointer, code: 'format', ...shown, accepted: issue.format === 'regex' ? (issue.pattern ?? 'pattern') : issue.format }];
    case 'invalid_union':
      return unionErrors(issue, at, input, { pointer, shown });
    case 'custom':
      return [{ pointer, code: issue.message === 'Invalid input' ? 'invalid' : issue.message, ...shown, ...(typeof issue.params?.['accepted'] === 'string' ? { accepted: issue.params['accepted'] } : {}) }];
    default:
      return [{ pointer, code: 'invalid', ...shown }];
  }
}

/** Of the alternatives of a union, the one that fails least: what its author probably meant. */
function unionErrors(issue: z.core.$ZodIssueInvalidUnion, at: PropertyKey[], input: unknown, { pointer, shown }: { pointer: string; shown: object }): readonly FieldError[] {
  const nearest = [...issue.errors].filter((issues) => issues.length > 0).sort((a, b) => distance(a) - distance(b))[0];
  if (!nearest || nearest.every(({ path }) => path.length === 0)) return [{ pointer, code: 'value', ...shown }];
  return nearest.flatMap((inner) => fieldErrors({ ...inner, path: [...at, ...inner.path] }, input));
}

const distance = (issues: readonly z.core.$ZodIssue[]): number => issues.length + (issues.some(({ path, code }) => path.at(-1) === 'kind' && code === 'invalid_value') ? 1000 : 0);

/** Pointers of a submission's errors are relative to its content, however the request wraps it: one place, one pointer. */
function pointerOf(path: readonly PropertyKey[]): string {
  const within = path[0] === 'content' && path.length > 1 ? path.slice(1) : path;
  return within.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined), input);
}
