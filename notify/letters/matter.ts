import type { PlainDate } from '../../domain/date.ts';
import { parseDirectiveId, parseDutyId } from '../../domain/ids.ts';
import type { MailWords } from '../../domain/mail-texts.ts';
import { filled } from '../../domain/mail-texts.ts';
import { parseMove } from '../../domain/moved-due.ts';
import { formatDate } from '../../domain/plain-date.ts';
import { rungWordsKey } from '../../domain/rung-texts.ts';
import type { About, Told } from '../../domain/ports/letters.ts';

/** A sentence before its figures are put in: plain mails and HTML write them differently. */
export interface Sentence {
  readonly words: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

/** What a letter says of one matter. */
export interface Line {
  readonly sentence: Sentence;
  /** What the secretariat's own text says beyond its sentence. */
  readonly body: Sentence | undefined;
  readonly due: PlainDate | null;
  /** How long there is left, in a sentence. */
  readonly left: string | undefined;
  readonly link: string | null;
}

export const lineOf = (told: Told, about: About): Line => ({ sentence: sentenceOf(told, about), body: bodyOf(told, about), due: told.due, left: leftOf(told, about), link: about.linkTo(told) });

function sentenceOf(told: Told, about: About): Sentence {
  const own = ownWords(told, about, 'subject');
  return { words: own ?? wordsOf(about.words, keyOf(told, about.words)), figures: figuresOf(told, about) };
}

function bodyOf(told: Told, about: About): Sentence | undefined {
  const own = ownWords(told, about, 'body');
  return own ? { words: own, figures: figuresOf(told, about) } : undefined;
}

/** Of the text that the rung named; undefined where it named none, or one that cannot be used any more. */
const ownWords = ({ text }: Told, { words }: About, part: 'subject' | 'body'): string | undefined => (text ? words[rungWordsKey(text, part)] : undefined);

function figuresOf({ detail, subject, unit, due }: Told, { language, words, cycle: { year }, unitName }: About): Sentence['figures'] {
  const duty = parseDutyId(subject);
  const quarter = duty?.quarter ? wordsOf(words, `quarter.${duty.quarter}`) : '';
  const what = duty ? filled(wordsOf(words, `what.${duty.kind}`), { year, quarter }) : filled(wordsOf(words, 'what.directive'), { number: parseDirectiveId(subject)?.number ?? detail });
  const moved = parseMove(detail);
  const date = (day: PlainDate | null | undefined): string => (day ? formatDate(day, language) : '–');
  return { what, year, unit: unitName(duty?.unit ?? unit), due: date(due), before: date(moved?.before) };
}

/** Which text tells of it. */
function keyOf({ kind, detail }: Pick<Told, 'kind' | 'detail'>, words: MailWords): string {
  if (kind === 'directive' || kind === 'guidance') return kind;
  const key = `${kind}.${kind === 'extension' ? (parseMove(detail)?.cause ?? 'extend') : detail}`;
  return words[key] === undefined ? 'reminder.manual' : key;
}

/** Kinds that ask for something by a day. */
const asking: readonly Told['kind'][] = ['reminder', 'escalation', 'directive', 'extension', 'guidance'];

function leftOf({ kind, due }: Told, { words, today, calendar }: About): string | undefined {
  if (due === null || !asking.includes(kind)) return undefined;
  const days = calendar.workingDaysBetween(today, calendar.dueOn(due));
  if (days === 0) return wordsOf(words, 'letter.today');
  return filled(wordsOf(words, days > 0 ? 'letter.left' : 'letter.late'), { days: Math.abs(days) });
}

export function wordsOf(words: MailWords, key: string): string {
  const found = words[key];
  if (found === undefined) throw new Error(`No words of mails for ${key}`);
  return found;
}
