import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { kindsNaming, rungTextFaults, usesOf, type RungText, type TextUse } from '../../domain/rung-texts.ts';
import { slugOf } from '../../domain/slug.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { namesOf } from './people.ts';

/** `savedBy` is a person's name. */
export interface RungTextView extends RungText {
  /** Running years whose ladders name it: until they name another, it cannot be retired. */
  readonly uses: readonly TextUse[];
  /** Launches in preparation that name it: they are refused once it is retired. */
  readonly drafts: readonly TextUse[];
}

/** Texts of the secretariat's own, by name, and where each is used. */
export async function listRungTexts(desk: Desk): Promise<readonly RungTextView[]> {
  return viewsOf(desk, await desk.record.read.rungTexts.newest());
}

export async function getRungText(desk: Desk, key: string): Promise<RungTextView & { readonly history: readonly RungText[] }> {
  const history = await desk.record.read.rungTexts.historyOf(key);
  const [view] = await viewsOf(desk, history.slice(0, 1));
  if (!view) throw new Refused('not-found', { figures: { subject: `rung-text:${key}` } });
  const names = await namesOf(desk, history.map(({ savedBy }) => savedBy));
  return { ...view, history: history.map((each) => ({ ...each, savedBy: names.get(each.savedBy) ?? each.savedBy })) };
}

async function viewsOf(desk: Desk, texts: readonly RungText[]): Promise<readonly RungTextView[]> {
  const { read } = desk.record;
  const [cycles, drafts, names] = await Promise.all([read.cycles.listOpen(), read.launchDrafts.listOpen(), namesOf(desk, texts.map(({ savedBy }) => savedBy))]);
  return texts.map((text) => ({
    ...text, savedBy: names.get(text.savedBy) ?? text.savedBy, uses: usesOf(text.key, cycles),
    drafts: drafts.map(({ id, content: { title, ladder } }) => ({ id, title, kinds: kindsNaming(ladder, text.key) })).filter(({ kinds }) => kinds.length > 0),
  }));
}

/** `expected`: the version that was read; 0 for a new one. */
export interface NewRungText extends Pick<RungText, 'key' | 'name' | 'words'> {
  readonly expected: number;
}

/** A new one, whose key is made of its name. */
export async function addRungText(desk: Desk, caller: Caller, { name, words }: Omit<NewRungText, 'key' | 'expected'>): Promise<RungText> {
  const key = slugOf(name).slice(0, 40).replace(/-$/, '');
  if (key === '') throw new Refused('invalid-input', { errors: [{ pointer: '/name', code: 'name-without-letters', value: name }] });
  if ((await desk.record.read.rungTexts.historyOf(key)).length > 0) throw new Refused('invalid-input', { errors: [{ pointer: '/name', code: 'name-taken', value: name }] });
  return saveRungText(desk, caller, { key, name, words, expected: 0 });
}

/** Saves a text, for the mails that go out from now on. */
export async function saveRungText(desk: Desk, caller: Caller, { key, name, words, expected }: NewRungText): Promise<RungText> {
  assertRungWords(key, words);
  return next(desk, caller, { key, expected, act: 'saveRungText', change: { name, words } });
}

/** No rung may name a retired text; what is owed already keeps its words. One that a running year names cannot be retired. */
export function retireRungText(desk: Desk, caller: Caller, { key, isRetired, expected }: Pick<RungText, 'key' | 'isRetired'> & { readonly expected: number }): Promise<RungText> {
  return next(desk, caller, { key, expected, act: isRetired ? 'retireRungText' : 'restoreRungText', change: { isRetired } });
}

/** Throws `Refused('invalid-input')` naming language and part, what is wrong and what is accepted. */
export function assertRungWords(key: string, words: Partial<RungText['words']>): void {
  const errors = rungTextFaults(key, words);
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
}

interface Next {
  readonly key: string;
  readonly expected: number;
  readonly act: 'saveRungText' | 'retireRungText' | 'restoreRungText';
  readonly change: Partial<Pick<RungText, 'name' | 'words' | 'isRetired'>>;
}

function next(desk: Desk, caller: Caller, { key, expected, act, change }: Next): Promise<RungText> {
  return commit(desk, caller, async (tx) => {
    const [before] = await tx.rungTexts.historyOf(key);
    if (!before && act !== 'saveRungText') throw new Refused('not-found', { figures: { subject: `rung-text:${key}` } });
    if ((before?.version ?? 0) !== expected) throw new Refused('stale-version', { figures: { subject: `rung-text:${key}`, expected, actual: before?.version ?? 0 } });
    const uses = change.isRetired ? usesOf(key, await tx.cycles.listOpen()) : [];
    if (uses.length > 0) throw new Refused('invalid-input', { errors: [{ pointer: '/isRetired', code: 'text-in-use', value: key, accepted: uses.map(({ title, kinds }) => `${title} (${kinds.join(', ')})`).join('; ') }] });
    const text: RungText = { ...(before ?? none), ...change, key, version: expected + 1, savedAt: desk.now(), savedBy: caller.actor.id };
    await tx.rungTexts.insert(text);
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act, cycle: null, unit: null, subject: `rung-text:${key}`, outcome: 'done', details: { version: text.version, name: text.name } }]);
    return text;
  });
}

const none = { name: '', isRetired: false, words: { vi: { subject: '', body: '' }, en: { subject: '', body: '' } } } as const;
