import type { Feed, FeedKind } from '../../domain/feed.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Language } from '../../domain/text.ts';
import { personOf, type Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { entriesOfPerson, entriesOfUnit } from './feed-entries.ts';
import { calendarName } from './feed-words.ts';
import { randomSecret, secretId } from './passwords.ts';

export type FeedView = Omit<Feed, 'account'>;

/** A time of reading is written at most so often. */
const touchEveryMs = 15 * 60_000;

const row = (desk: Desk, caller: Caller, act: string, { id, kind, unit }: Pick<Feed, 'id' | 'kind' | 'unit'>) =>
  ({ at: desk.now(), actor: actorId(caller.actor), act, cycle: null, unit, subject: actorId(caller.actor), outcome: 'done' as const, details: { feed: id, kind } });

/** A calendar of one's own, or of one's unit. `path` holds its secret and is shown this once. */
export async function createFeed(desk: Desk, caller: Caller, { kind, language }: { kind: FeedKind; language: Language }): Promise<FeedView & { readonly path: string }> {
  const secret = randomSecret();
  const feed: Feed = { id: secretId(secret), kind, account: caller.actor.id, unit: caller.actor.unit, language, createdAt: desk.now(), lastReadAt: null };
  await commit(desk, caller, async (tx) => {
    await tx.feeds.insert(feed);
    await tx.audit.append([row(desk, caller, 'createFeed', feed)]);
  });
  return { ...viewOf(feed), path: `/calendar/${secret}.ics` };
}

/** One's own, and those of one's unit whoever made them. */
export async function listFeeds(desk: Desk, { actor }: Caller): Promise<readonly FeedView[]> {
  return (await desk.record.read.feeds.listOf(actor.id, actor.unit)).map(viewOf);
}

/** Its address answers nothing from now on. What is not in one's list is answered as if there were none. */
export async function revokeFeed(desk: Desk, caller: Caller, id: string): Promise<void> {
  await commit(desk, caller, async (tx) => {
    const feed = (await tx.feeds.listOf(caller.actor.id, caller.actor.unit)).find((each) => each.id === id);
    if (!feed || !(await tx.feeds.remove(id))) throw new Refused('not-found', { figures: { subject: 'calendar' } });
    await tx.audit.append([row(desk, caller, 'revokeFeed', feed)]);
  });
}

/** The calendar behind a secret, as iCalendar text. `not-found` for a secret that is unknown or revoked, or whose holder is locked out. */
export async function readFeed(desk: Desk, secret: string): Promise<string> {
  const feed = await desk.record.read.feeds.find(secretId(secret));
  if (!feed) throw new Refused('not-found', { figures: { subject: 'calendar' } });
  const account = feed.kind === 'person' ? await desk.record.read.accounts.find(feed.account) : undefined;
  if (feed.kind === 'person' && (!account || account.lockedAt !== null)) throw new Refused('not-found', { figures: { subject: 'calendar' } });
  const now = desk.now();
  if (feed.lastReadAt === null || now - feed.lastReadAt >= touchEveryMs) await desk.record.write((tx) => tx.feeds.touch(feed.id, now));
  const unit = account?.unit ?? feed.unit;
  const name = calendarName[feed.language](feed.kind, (await desk.registers.units()).get(unit)?.name ?? unit);
  const entries = account ? await entriesOfPerson(desk, personOf(account), feed.language) : await entriesOfUnit(desk, unit, feed.language);
  return desk.writeCalendar({ name, entries });
}

const viewOf = ({ account: _, ...view }: Feed): FeedView => view;
