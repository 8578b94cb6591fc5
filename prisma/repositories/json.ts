import { z } from 'zod';

/**
 * JSON columns are text. What is read may have been touched outside, so its shape is checked, cheaply: the outline that
 * readers rely on at once, not every leaf.
 */
export const anyList = z.array(z.unknown());
export const textList = z.array(z.string());
export const anyObject = z.looseObject({});

export const contentOutline = z.looseObject({ kind: z.enum(['plan', 'report']), unit: z.string(), targets: anyList, tasks: anyList });
export const verdictOutline = z.looseObject({
  outcome: z.enum(['pass', 'findings', 'blocked']),
  rulesetVersion: z.string(),
  results: anyList,
  counts: z.looseObject({ blocking: z.number(), warning: z.number(), note: z.number() }),
  standings: anyObject,
});
export const planOutline = z.looseObject({ id: z.string(), year: z.number(), units: textList, targets: anyList, calendar: anyObject, roles: anyObject });

/** Reads a JSON column; `place` names it in the error of a text that does not fit. */
export function readJson<Value>(text: string, outline: z.ZodType, place: string): Value {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`The record cannot be read: ${place} is no JSON`, { cause });
  }
  const checked = outline.safeParse(value);
  if (!checked.success) throw new Error(`The record cannot be read: ${place}: ${z.prettifyError(checked.error)}`);
  return value as Value;
}
