import { addressesOf, rehearsedAddress, type Notice } from '../../domain/notice.ts';
import type { Page, PageRequest } from '../../domain/ports/page.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Caller, Person } from './caller.ts';
import type { Desk } from './desk.ts';

/** Real years and rehearsed ones. */
const allAddressesOf = (person: Person): readonly string[] => addressesOf(person).flatMap((each) => [each, rehearsedAddress(each)]);

/** More than that is not counted. */
export const mostUnread = 100;

export async function countUnread({ record }: Desk, { actor }: Caller): Promise<number> {
  return record.read.notices.countUnread(actor.id, addressesOf(actor), mostUnread);
}

/** What was told to the caller's unit and roles, the newest first; of rehearsals too, but those are never unread. */
export async function listNotices({ record }: Desk, { actor }: Caller, page: PageRequest): Promise<Page<Notice>> {
  return record.read.notices.list(actor.id, allAddressesOf(actor), page);
}

/** Marks one as read; answers it. Leaves no audit row: reading changes nothing but the own list. */
export async function readNotice(desk: Desk, { actor }: Caller, id: number): Promise<Notice> {
  const notice = await desk.record.read.notices.find(actor.id, allAddressesOf(actor), id);
  if (!notice) throw new Refused('not-found', { figures: { subject: `notice ${id}` } });
  if (!notice.isRead) await desk.record.write((tx) => tx.notices.markRead(actor.id, id));
  return notice;
}

/** Marks everything as read up to the newest one that was seen: what came meanwhile stays unread. */
export async function readNoticesUpTo(desk: Desk, { actor }: Caller, id: number): Promise<void> {
  const newest = (await desk.record.read.notices.list(actor.id, allAddressesOf(actor), { limit: 1 })).items[0]?.id ?? 0;
  await desk.record.write((tx) => tx.notices.markReadUpTo(actor.id, Math.min(id, newest)));
}
