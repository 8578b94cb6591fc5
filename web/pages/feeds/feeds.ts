import { z } from 'zod';
import { createFeed, listFeeds, revokeFeed } from '../../../api/use-cases/feeds.ts';
import { feedKinds } from '../../../domain/feed.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

const byId = z.strictObject({ id: z.string().max(100) });

const crumbs = (t: Visit['t']) => [{ text: t('self.account.title'), href: paths.account() }, { text: t('feeds.title') }];

async function show({ desk, caller, t }: Visit): Promise<View> {
  const [all, units] = await Promise.all([listFeeds(desk, caller), desk.registers.units()]);
  const feeds = all.map((feed) => ({ ...feed, name: t(`feeds.kinds.${feed.kind}`), revoke: paths.revokeFeed(feed.id) }));
  const unitName = units.get(caller.actor.unit)?.name ?? caller.actor.unit;
  return { template: 'feeds/feeds.njk', title: t('feeds.title'), lead: t('feeds.lead', { count: feeds.length }), help: 'feeds.help', crumbs: crumbs(t), wide: true, model: { feeds, unitName } };
}

export const feedsPage = page({ name: 'feeds', path: '/me/calendar', action: 'self.feeds', show });

/** Not kept under the form's key: a stored answer would keep the secret. */
export const createFeedAct = act({
  name: 'createFeed', path: '/me/calendar', action: 'self.feeds', secret: true,
  form: z.object({ kind: z.enum(feedKinds) }),
  run: ({ desk, caller, language }, { kind }) => createFeed(desk, caller, { kind, language }),
  then: ({ kind, path }, { desk, t }) => ({ template: 'feeds/feed-once.njk', title: t('feeds.onceTitle'), crumbs: crumbs(t), model: { name: t(`feeds.kinds.${kind}`), address: `${desk.publicUrl}${path}` } }),
  again: show,
});

export const revokeFeedAct = act({
  name: 'revokeFeed', path: '/me/calendar/:id/revoke', action: 'self.feeds', params: byId,
  run: ({ desk, caller, params }) => revokeFeed(desk, caller, params.id),
  then: () => ({ to: paths.feeds(), notice: 'feeds.revoked' }),
  again: show,
});
