import { moveCauses } from './moved-due.ts';
import type { FieldError } from './refusals.ts';
import type { Language } from './text.ts';

/** A text of mails: the figures that it may name as `{{figure}}`, those that it has to name, and its greatest length. */
export interface MailTextSpec {
  readonly figures: readonly string[];
  readonly needed: readonly string[];
  readonly most: number;
  /** May have several lines. */
  readonly hasLines?: boolean;
}

/** Words of all texts by key, in one language. */
export type MailWords = Readonly<Record<string, string>>;

/** A text as somebody saved it; without words it is the original again. Both languages of a text have the same version. */
export interface SavedMailText {
  readonly key: string;
  readonly language: Language;
  readonly version: number;
  readonly text: string | null;
  readonly savedAt: number;
  readonly savedBy: string;
}

/** A subject line and what follows it: longer ones are cut by mail programs. */
const sentence = 200;
const line = (...figures: readonly string[]): MailTextSpec => ({ figures, needed: figures, most: sentence });
const free = (most: number, ...figures: readonly string[]): MailTextSpec => ({ figures, needed: [], most });
const each = (group: string, names: readonly string[], spec: MailTextSpec): readonly (readonly [string, MailTextSpec])[] => names.map((name) => [`${group}.${name}`, spec]);

const ladders = ['plan', 'revision', 'report', 'appraisal', 'conclusion', 'approval', 'directive', 'manual'];
const decisions = ['concludeFit', 'concludeReturn', 'approve', 'refuse', 'returnPlan', 'accept', 'returnReport'];

/**
 * Every text of mails. Nothing of a plan or report is among the figures, so no mail can tell of it. A sentence is the subject too: it has to say unit, duty and date.
 */
export const mailTextSpecs: ReadonlyMap<string, MailTextSpec> = new Map([
  ...each('reminder', ladders, line('what', 'unit', 'due')),
  ...each('escalation', ladders, line('what', 'unit', 'due')),
  ...each('decision', decisions, line('what', 'unit')),
  ['directive', line('what', 'unit', 'due')],
  ...each('extension', moveCauses, { ...line('what', 'unit', 'due'), figures: ['what', 'unit', 'due', 'before'] }),
  ['guidance', { ...line('unit', 'due'), figures: ['year', 'unit', 'due'] }],
  ['digest', line('count', 'due')],
  ['what.plan', line('year')], ['what.report', line('quarter', 'year')], ['what.directive', line('number')],
  ...each('quarter', ['Q1', 'Q2', 'Q3', 'Q4'], free(40)),
  ['letter.greeting', free(sentence, 'name')], ['letter.open', free(80)], ['letter.left', { figures: ['days'], needed: ['days'], most: sentence }], ['letter.today', free(sentence)],
  ['letter.late', { figures: ['days'], needed: ['days'], most: sentence }], ['letter.footer', free(600, 'cycle')], ['letter.rehearsal', free(sentence)],
]);

const figure = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** What is wrong with a text; `pointer` names the field it came in. Says the text, the figure and what is accepted. */
export function mailTextFaults(key: string, text: string, pointer: string): readonly FieldError[] {
  const spec = mailTextSpecs.get(key);
  return spec ? textFaults(spec, { key, text, pointer }) : [{ pointer, code: 'unknown-mail-text', value: key, accepted: [...mailTextSpecs.keys()].join(', ') }];
}

/** The same for any text, by what it may name. */
export function textFaults(spec: MailTextSpec, { key, text, pointer }: { readonly key: string; readonly text: string; readonly pointer: string }): readonly FieldError[] {
  if (text.trim() === '') return [{ pointer, code: 'mail-text-empty', value: key }];
  if (text.length > spec.most) return [{ pointer, code: 'mail-text-long', value: text.length, accepted: String(spec.most) }];
  if (!spec.hasLines && /[\r\n]/.test(text)) return [{ pointer, code: 'line-break', value: key }];
  if (/[{}]/.test(text.replaceAll(figure, ''))) return [{ pointer, code: 'mail-text-braces', value: key, accepted: accepted(spec) }];
  const named = [...text.matchAll(figure)].map(([, name = '']) => name);
  const unknown = named.find((name) => !spec.figures.includes(name));
  if (unknown !== undefined) return [{ pointer, code: 'mail-text-figure', value: unknown, accepted: accepted(spec) }];
  const missing = spec.needed.find((name) => !named.includes(name));
  return missing === undefined ? [] : [{ pointer, code: 'mail-text-needs', value: missing, accepted: accepted(spec) }];
}

const accepted = ({ figures }: MailTextSpec): string => figures.map((name) => `{{${name}}}`).join(', ') || '–';

/** Throws for a figure that is not given: the check has seen to it that all are. */
export function filled(text: string, figures: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(figure, (_, name: string) => {
    const value = figures[name];
    if (value === undefined) throw new Error(`No figure ${name} for “${text}”`);
    return String(value);
  });
}

/** The words in use: the originals, and over them what was saved last. A saved text that could not be used any more gives way to its original. */
export function wordsInUse(originals: MailWords, saved: readonly SavedMailText[], language: Language): MailWords {
  const changed = saved.filter((each) => each.language === language && each.text !== null && mailTextFaults(each.key, each.text, '').length === 0);
  return { ...originals, ...Object.fromEntries(changed.map(({ key, text }) => [key, text ?? ''])) };
}
