import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { moveCauses } from '../../domain/moved-due.ts';
import type { Language } from '../../domain/text.ts';

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** A text that may name these figures and no others. */
const text = (...known: readonly string[]) => z.string().min(1).superRefine((value, context) => {
  for (const [, name = ''] of value.matchAll(placeholder)) if (!known.includes(name)) context.addIssue({ code: 'custom', message: `{{${name}}} is unknown here; known: ${known.join(', ') || 'none'}` });
});

const ladder = z.strictObject(Object.fromEntries(['plan', 'revision', 'report', 'appraisal', 'conclusion', 'approval', 'directive', 'manual'].map((name) => [name, text('what', 'unit', 'due')])));
const decisions = ['concludeFit', 'concludeReturn', 'approve', 'refuse', 'returnPlan', 'accept', 'returnReport'];

const schema = z.strictObject({
  what: z.strictObject({ plan: text('year'), report: text('quarter', 'year'), directive: text('number') }),
  quarter: z.strictObject({ Q1: text(), Q2: text(), Q3: text(), Q4: text() }),
  reminder: ladder,
  escalation: ladder,
  decision: z.strictObject(Object.fromEntries(decisions.map((name) => [name, text('what', 'unit')]))),
  directive: text('what', 'unit', 'due'),
  extension: z.strictObject(Object.fromEntries(moveCauses.map((cause) => [cause, text('what', 'unit', 'due', 'before')]))),
  guidance: text('year'),
  digest: text('count', 'due'),
  letter: z.strictObject({ greeting: text('name'), open: text(), footer: text('cycle'), rehearsal: text() }),
});

/** The words of mails. Nothing of a plan or report is among the figures that they can name. */
export type LetterTexts = z.output<typeof schema>;

/** Throws with the place and reason of every text that cannot be used; `place` names the file. */
export function readTexts(yaml: string, place: string): LetterTexts {
  const result = schema.safeParse(parse(yaml));
  if (result.success) return result.data;
  throw new Error(`The mail texts cannot be used:\n${result.error.issues.map(({ path, message }) => `  ${place} ${path.join('.')}: ${message}`).join('\n')}`);
}

export function loadTexts(language: Language): LetterTexts {
  return readTexts(readFileSync(new URL(`texts/${language}.yaml`, import.meta.url), 'utf8'), `${language}.yaml`);
}

/** Throws for a figure that is not given: the schema has seen to it that all are. */
export function filled(template: string, figures: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(placeholder, (_, name: string) => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`No figure ${name} for “${template}”`);
    return String(figure);
  });
}
