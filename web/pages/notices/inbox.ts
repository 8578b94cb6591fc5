import { z } from 'zod';
import { byNotice, noticeId } from '../../../api/contracts/notice.ts';
import { countUnread, listNotices, mostUnread, readNotice, readNoticesUpTo } from '../../../api/use-cases/notices.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { placeOf, wordsOf } from './told.ts';

const query = z.object({ cursor: z.string().max(200).optional().catch(undefined) });
const perPage = 30;

async function show(visit: Visit<unknown, z.output<typeof query>>): Promise<View> {
  const { desk, caller, t, query: { cursor } } = visit;
  const [{ items, next, total }, unread, units, cycles] = await Promise.all([
    listNotices(desk, caller, { limit: perPage, ...(cursor === undefined ? {} : { cursor }) }), countUnread(desk, caller), desk.registers.units(), desk.record.read.cycles.list(),
  ]);
  const titles = new Map(cycles.map(({ id, title, rehearsal }) => [id, rehearsal ? `${title} (${t('frame.rehearsalShort')})` : title]));
  return {
    template: 'notices/inbox.njk', title: t('notices.title'), help: 'notices.help',
    lead: total === 0 ? t('notices.none') : t(unread >= mostUnread ? 'notices.leadMany' : 'notices.lead', { count: unread }),
    model: {
      unread, upTo: cursor === undefined ? items[0]?.id : undefined, next: next === undefined ? undefined : paths.notices({ cursor: next }),
      rows: items.map((notice) => ({ ...notice, words: wordsOf(notice, units, visit), cycleTitle: titles.get(notice.cycle) ?? notice.cycle, href: placeOf(notice), open: paths.openNotice(notice.id), read: paths.readNotice(notice.id) })),
    },
  };
}

export const noticesPage = page({ name: 'notices', path: '/me/notices', action: 'self.notices', query, show });

const again = (visit: Visit): Promise<View> => show(visit as Visit<unknown, z.output<typeof query>>);

/** Opening an unread notice marks it as read on the way: a form, because following a link changes nothing. */
export const openNoticeAct = act({
  name: 'openNotice', path: '/me/notices/:id/opening', action: 'self.notices', params: byNotice, quiet: true,
  run: ({ desk, caller, params }) => readNotice(desk, caller, params.id),
  then: (notice) => ({ to: placeOf(notice) }),
  again,
});

export const readNoticeAct = act({
  name: 'readNotice', path: '/me/notices/:id/reading', action: 'self.notices', params: byNotice, quiet: true,
  run: ({ desk, caller, params }) => readNotice(desk, caller, params.id),
  then: () => ({ to: paths.notices() }),
  again,
});

export const readNoticesAct = act({
  name: 'readNotices', path: '/me/notices/reading', action: 'self.notices', quiet: true,
  form: z.object({ upTo: noticeId }),
  run: ({ desk, caller }, { upTo }) => readNoticesUpTo(desk, caller, upTo),
  then: () => ({ to: paths.notices(), notice: 'notices.allRead' }),
  again,
});
