import { mailTextFaults, mailTextSpecs, type MailTextSpec, type SavedMailText } from '../../domain/mail-texts.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { languages, type Language } from '../../domain/text.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { namesOf } from './people.ts';

/** Words in both languages; null: the original ones. */
export type NewWords = Readonly<Record<Language, string | null>>;

export interface MailTextView extends Omit<MailTextSpec, 'hasLines'> {
  readonly key: string;
  /** 0: never changed. */
  readonly version: number;
  readonly savedAt: number | null;
  /** A person's name. */
  readonly savedBy: string | null;
  readonly words: Readonly<Record<Language, { readonly text: string; readonly original: string; readonly isChanged: boolean }>>;
}

export interface MailTextChange {
  readonly version: number;
  readonly savedAt: number;
  readonly savedBy: string;
  readonly words: NewWords;
}

/** Every text of mails, what it may name, and its words now. */
export async function listMailTexts(desk: Desk): Promise<readonly MailTextView[]> {
  const saved = await desk.record.read.mailTexts.newest();
  const names = await namesOf(desk, saved.map(({ savedBy }) => savedBy));
  return [...mailTextSpecs.keys()].map((key) => viewOf(desk, key, saved.filter((each) => each.key === key), names));
}

export async function getMailText(desk: Desk, key: string): Promise<MailTextView & { readonly history: readonly MailTextChange[] }> {
  assertKnown(key);
  const all = await desk.record.read.mailTexts.historyOf(key);
  const names = await namesOf(desk, all.map(({ savedBy }) => savedBy));
  const versions = [...new Set(all.map(({ version }) => version))];
  const history = versions.map((version): MailTextChange => {
    const rows = all.filter((each) => each.version === version);
    const of = (language: Language): string | null => rows.find((each) => each.language === language)?.text ?? null;
    return { version, savedAt: rows[0]?.savedAt ?? 0, savedBy: names.get(rows[0]?.savedBy ?? '') ?? '', words: { vi: of('vi'), en: of('en') } };
  });
  return { ...viewOf(desk, key, all.filter(({ version }) => version === versions[0]), names), history };
}

/** Saves the words of a text for the mails that go out from now on. What is the original anyway is kept as that. */
export async function saveMailText(desk: Desk, caller: Caller, { key, words, expected }: { key: string; words: NewWords; expected: number }): Promise<MailTextView> {
  assertWords(key, words);
  const before = await getMailText(desk, key);
  if (before.version !== expected) throw new Refused('stale-version', { figures: { subject: `mail-text:${key}`, expected, actual: before.version } });
  const version = expected + 1;
  const texts = languages.map((language): SavedMailText => {
    const text = words[language]?.trim() ?? null;
    return { key, language, version, text: text === before.words[language].original ? null : text, savedAt: desk.now(), savedBy: caller.actor.id };
  });
  return commit(desk, caller, async (tx) => {
    await tx.mailTexts.insert(texts);
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act: 'saveMailText', cycle: null, unit: null, subject: `mail-text:${key}`, outcome: 'done', details: { version, isOriginal: texts.every(({ text }) => text === null) } }]);
    return viewOf(desk, key, texts, new Map([[caller.actor.id, caller.actor.name]]));
  });
}

/** Throws `Refused('invalid-input')` naming the language, what is wrong and what is accepted. */
export function assertWords(key: string, words: Partial<NewWords>): void {
  assertKnown(key);
  const errors = languages.flatMap((language) => { const text = words[language]; return text === null || text === undefined ? [] : mailTextFaults(key, text, `/${language}`); });
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
}

function assertKnown(key: string): void {
  if (!mailTextSpecs.has(key)) throw new Refused('not-found', { figures: { subject: `mail-text:${key}` } });
}

function viewOf({ mail }: Desk, key: string, saved: readonly SavedMailText[], names: ReadonlyMap<string, string>): MailTextView {
  const spec = mailTextSpecs.get(key);
  if (!spec) throw new Error(`no text ${key}`);
  const [last] = saved;
  const of = (language: Language) => {
    const original = mail.originals(language)[key] ?? '';
    const text = saved.find((each) => each.language === language)?.text ?? null;
    return { text: text ?? original, original, isChanged: text !== null };
  };
  return { key, ...spec, version: last?.version ?? 0, savedAt: last?.savedAt ?? null, savedBy: last ? names.get(last.savedBy) ?? null : null, words: { vi: of('vi'), en: of('en') } };
}
