import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTime } from '../../domain/plain-date.ts';
import { otherUnit, parts, unit, type Year } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

describe('directives of the committee', () => {
  let pages: TestPages;
  let year: Year;
  let committee: Visitor;
  let owner: Visitor;
  const list = (): string => `/cycles/${year.cycle}/directives`;
  const asked = { text: 'Bố trí cán bộ chuyên trách <b>an toàn</b> thông tin', unit, due: '2021-10-15' };

  beforeAll(async () => {
    pages = await openTestPages();
    year = await pages.aYear();
    [committee, owner] = await Promise.all([pages.visitor('committee', parts.committee), pages.visitor('agency', unit)]);
  });
  afterAll(() => pages.close());

  it('says what will be here while there is none', async () => {
    expect((await owner.get(list())).$('.page-head__lead').text()).toBe('Chưa có kết luận nào.');
  });

  it('is decided with dates offered in working days; the unit sees it at once', async () => {
    const { $ } = await committee.get(`${list()}/new`);
    expect($('#due-hint').text()).toContain('5 ngày làm việc nữa là thứ Hai, 11/10/2021');
    const made = await committee.fill(`${list()}/new`, list(), asked);
    expect(made.$('.govuk-notification-banner__heading').text()).toContain('Đã ghi kết luận số 1');
    expect(made.$('.directive__text').text()).toBe(asked.text);
    const seen = await owner.get(list());
    expect(seen.$('tbody tr')).toHaveLength(1);
    expect(seen.$('tbody tr').text()).toContain('thứ Sáu, 15/10/2021');
  });

  it('keeps what was typed and names every field that is wrong', async () => {
    const { status, $ } = await committee.fill(`${list()}/new`, list(), { ...asked, text: '', due: '2021-10-01', unit: '' });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').toArray().map((link) => $(link).attr('href'))).toEqual(expect.arrayContaining(['#text', '#unit']));
    const past = await committee.fill(`${list()}/new`, list(), { ...asked, due: '2021-10-01' });
    expect([past.status, past.$('#due').val(), past.$('#text').val(), past.$('#unit').val()]).toEqual([422, '2021-10-01', asked.text, unit]);
    expect(past.$('#due-error').text()).toContain('đã qua');
    expect((await committee.get(list())).$('tbody tr')).toHaveLength(1);
  });

  it('sent twice is decided once', async () => {
    const { $ } = await committee.get(`${list()}/new`);
    const form = Object.fromEntries($('form[method=post]').filter((_, each) => $(each).attr('action') === list()).serializeArray().map(({ name, value }) => [name, value]));
    const sent = { ...form, ...asked, text: 'Chỉ một lần' };
    const answers = [await committee.post(list(), sent), await committee.post(list(), sent)];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([[303, `${list()}/${year.cycle}-2`], [303, `${list()}/${year.cycle}-2`]]);
    expect((await committee.get(list())).$('tbody tr')).toHaveLength(2);
  });

  it('stands in the story of its unit with every reminder still to come, for the unit too', async () => {
    for (const visitor of [owner, await pages.visitor('secretariat', parts.secretariat)]) {
      const { $ } = await visitor.get(`/cycles/${year.cycle}/units/${unit}`);
      const ahead = $('#unit-mails tbody tr').toArray().map((each) => $(each).text().replace(/\s+/g, ' ').trim()).filter((row) => row.includes('kết luận số 1') && row.includes('Sắp gửi'));
      expect(ahead.map((row) => /(trước hạn|quá hạn) \d+|đúng ngày/.exec(row)?.[0])).toEqual(['quá hạn 5', 'quá hạn 3', 'quá hạn 1', 'đúng ngày', 'trước hạn 1', 'trước hạn 5']);
    }
  });

  it('the unit notes progress; overdue stands apart; done needs evidence and ends it', async () => {
    const one = `${list()}/${year.cycle}-1`;
    const noted = await owner.fill(one, `${one}/progress`, { text: 'Đã có dự thảo quyết định' });
    expect(noted.$('.timeline').text()).toContain('Đã có dự thảo quyết định');
    pages.clock.now = atTime('2021-10-18', '09:00');
    const later = await pages.visitor('committee', parts.committee, 'en');
    const overdue = await later.get(`${list()}?show=overdue`);
    expect(overdue.$('tbody tr')).toHaveLength(2);
    expect(overdue.$('tbody tr').first().text()).toContain('overdue');
    const unitNow = await pages.visitor('agency', unit, 'en');
    const empty = await unitNow.fill(one, `${one}/done`, { evidence: '  ' });
    expect([empty.status, empty.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#evidence']);
    const done = await unitNow.fill(one, `${one}/done`, { evidence: 'Quyết định 45/QĐ-SNV' });
    expect(done.$('main').text()).toContain('Quyết định 45/QĐ-SNV');
    expect(done.$('main form')).toHaveLength(0);
    expect((await later.get(`${list()}?show=overdue`)).$('tbody tr')).toHaveLength(1);
  });

  it('is revised with a reason', async () => {
    const two = `${list()}/${year.cycle}-2`;
    const later = await pages.visitor('committee', parts.committee, 'en');
    expect((await later.fill(two, `${two}/revision`, { due: '2021-11-05' })).status).toBe(422);
    const revised = await later.fill(two, `${two}/revision`, { due: '2021-11-05', unit: otherUnit, reason: 'Sở Y tế chủ trì' });
    expect(revised.$('.timeline').text()).toContain('Sở Y tế chủ trì');
    expect((await (await pages.visitor('agency', unit, 'en')).get(two)).status).toBe(404);
    expect((await (await pages.visitor('agency', otherUnit, 'en')).get(two)).status).toBe(200);
  });

  it('is decided by committee and secretariat only, and followed by its unit only', async () => {
    const two = `${list()}/${year.cycle}-2`;
    const csrf = async (visitor: Visitor): Promise<Record<string, string>> => ({ _csrf: String((await visitor.get('/me')).$('input[name=_csrf]').first().val()), _key: crypto.randomUUID() });
    for (const [role, of, expected] of [['agency', unit, 403], ['approver', parts.approver, 403], ['secretariat', parts.secretariat, 303]] as const) {
      const visitor = await pages.visitor(role, of, 'en');
      expect(`${role} ${(await visitor.post(list(), { ...(await csrf(visitor)), ...asked, due: '2021-12-01' })).status}`).toBe(`${role} ${expected}`);
    }
    for (const [role, of, expected] of [['agency', unit, 404], ['agency', otherUnit, 303], ['committee', parts.committee, 403]] as const) {
      const visitor = await pages.visitor(role, of, 'en');
      expect(`${role} ${of} ${(await visitor.post(`${two}/progress`, { ...(await csrf(visitor)), text: 'Thử' })).status}`).toBe(`${role} ${of} ${expected}`);
    }
  });
});
