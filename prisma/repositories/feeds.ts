import type { Feed, FeedKind } from '../../domain/feed.ts';
import type { Feeds } from '../../domain/ports/feeds.ts';
import type { Language } from '../../domain/text.ts';
import type { Feed as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

const toFeed = (row: Row): Feed => ({ ...row, kind: row.kind as FeedKind, language: row.language as Language, createdAt: toInstant(row.createdAt), lastReadAt: toInstantOrNull(row.lastReadAt) });

export function createFeeds({ db }: Context): Feeds {
  return {
    async find(id) {
      const row = await db.feed.findFirst({ where: { id } });
      return row ? toFeed(row) : undefined;
    },
    async listOf(account, unit) {
      return (await db.feed.findMany({ where: { OR: [{ kind: 'person', account }, { kind: 'unit', unit }] }, orderBy: { createdAt: 'desc' } })).map(toFeed);
    },
    async insert(feed) {
      await insertRows(db, 'Feed', [{ ...feed, createdAt: fromInstant(feed.createdAt), lastReadAt: fromInstantOrNull(feed.lastReadAt) }]);
    },
    async touch(id, at) {
      await db.feed.updateMany({ where: { id }, data: { lastReadAt: fromInstant(at) } });
    },
    async remove(id) {
      return (await db.feed.deleteMany({ where: { id } })).count > 0;
    },
  };
}
