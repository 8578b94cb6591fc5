import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLadder } from '../../domain/cycle.ts';
import { parts, unit } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let secretary: Visitor;
let cycle: string;
let at: string;
beforeAll(async () => {
  pages = await openTestPages();
  secretary = await pages.visitor('secretariat', parts.secretariat);
  ({ cycle } = await pages.aYear());
  at = `/cycles/${cycle}/ladder`;
});
afterAll(() => pages.close());

const kept = async () => (await pages.record.read.cycles.find(cycle))?.settings.ladder;
const rows = (...typed: readonly (readonly [days: string, to: string])[]) => ({
  'plan.days': typed.map(([days]) => days), 'plan.to': typed.map(([, to]) => to), 'plan.way': typed.map(() => 'email'), 'plan.may': typed.map(() => 'no'), 'plan.text': typed.map(() => ''),
});
const reason = 'Kỳ họp dời lên sớm hơn';
const send = (fields: Parameters<Visitor['fill']>[2]): Promise<Shown> => secretary.fill(at, at, fields);
const other = rows(['-6', 'unit'], ['0', 'unit'], ['2', 'superior']);
const lines = ({ $ }: Shown, selector: string): string[] => $(selector).toArray().map((each) => $(each).text().trim());

describe('the ladder of a running year', () => {
  it('is reached from the year, and shown as it is', async () => {
    const overview = await secretary.get(`/cycles/${cycle}`);
    expect(overview.$(`.acts a[href="${at}"]`).text()).toBe('Đổi thang nhắc việc');
    const shown = await secretary.get(at);
    expect([shown.$('.page-head__lead').text(), shown.$('input[name="plan.days"]').toArray().map((each) => shown.$(each).val()).filter((each) => each !== '')]).toEqual(['Thang đang dùng như khi mở chu kỳ.', defaultLadder.plan.map(({ days }) => String(days))]);
  });

  it('asks first: how much is open, what comes and goes, that what was sent stays; nothing is changed until then', async () => {
    const asked = await send({ ...other, reason });
    expect(lines(asked, '.will li')).toEqual([
      expect.stringMatching(/^Lời nhắc của \d+ kế hoạch, báo cáo và 0 kết luận chỉ đạo đang mở được tính lại ngay\.$/), expect.stringContaining('Thư đã gửi và đang chờ gửi giữ nguyên'), expect.stringContaining('10 ngày làm việc tới'),
    ]);
    expect(await kept()).toEqual(defaultLadder);
    const done = await secretary.post(at, everythingOf(asked));
    expect(done.location).toBe(at);
    expect((await kept())?.plan).toEqual([{ days: -6, to: 'unit' }, { days: 0, to: 'unit' }, { days: 2, to: 'superior' }]);
    const after = await secretary.get(at);
    expect([after.$('.timeline li').length, after.$('.timeline li').text().includes(reason), after.$('.timeline li').text().includes('Nộp kế hoạch')]).toEqual([1, true, true]);
  });

  it.each([
    ['a rung out of order', { ...rows(['0', 'unit'], ['-3', 'unit']), reason }, '#plan.1'], ['no rung', { ...rows(['', 'unit']), reason }, '#plan'], ['no reason', { ...rows(['0', 'unit']), reason: '' }, '#reason'],
    ['a text that is none', { ...rows(['0', 'unit']), 'plan.text': ['la'], reason }, '#plan.0'],
  ])('is refused with %s, beside the row, with everything typed kept', async (_, fields, place) => {
    const before = await kept();
    for (const confirmed of ['', 'yes']) {
      const shown = await send({ ...fields, confirmed });
      expect([shown.status, shown.$('.govuk-error-summary a').attr('href'), shown.$('#reason').text().trim()]).toEqual([422, place, fields.reason]);
    }
    expect(await kept()).toEqual(before);
  });

  it('as it is already is no change', async () => {
    const shown = await send({ ...other, reason });
    expect([shown.status, shown.$('.govuk-error-summary').text().includes('giống thang đang dùng')]).toEqual([422, true]);
  });

  it('that somebody else has changed meanwhile is not written over', async () => {
    const before = await kept();
    const shown = await send({ ...rows(['3', 'committee']), reason, version: '1', confirmed: 'yes' });
    expect([shown.status, shown.$('input[name="plan.days"]').first().val(), await kept()]).toEqual([412, '3', before]);
  });

  it('is the secretariat’s alone', async () => {
    for (const [role, of] of [['agency', unit], ['committee', parts.committee], ['administrator', unit]] as const) {
      const visitor = await pages.visitor(role, of);
      expect((await visitor.get(at)).status).toBe(403);
      expect((await visitor.post(at, { ...other, reason, version: '2', confirmed: 'yes', _csrf: visitor.csrf(), _key: 'khoa-doi-thang' })).status).toBe(403);
    }
    expect((await secretary.get('/cycles/2022-khong-co/ladder')).status).toBe(404);
  });

  it('of a year that is over can be read, and not changed', async () => {
    await (await pages.as('secretariat', parts.secretariat)).post(`/cycles/${cycle}/cancel`, { reason });
    const { $, status } = await secretary.get(at);
    expect([status, $('main button').length, $('.page-head__lead').text()]).toEqual([200, 0, 'Chu kỳ đã kết thúc; thang không đổi được nữa.']);
  });
});

/** Every hidden field of the page that asks, several of one name in their order. */
function everythingOf({ $ }: Shown): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const each of $('main form input[type=hidden]').toArray()) (fields[String($(each).attr('name'))] ??= []).push(String($(each).val() ?? ''));
  return fields;
}
