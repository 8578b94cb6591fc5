import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parts, plan } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let secretary: Visitor;
const at = '/admin/rung-texts/nhac-khan';
const typed = {
  'name': 'Nhắc khẩn', 'vi-subject': 'Khẩn: {{unit}} nộp {{what}} chậm nhất {{due}}', 'vi-body': 'Kỳ họp ngay sau hạn.\nĐề nghị cử người trực.', 'en-subject': 'Urgent: {{what}} of {{unit}} by {{due}}', 'en-body': '',
};
const add = (fields: Record<string, string> = {}): Promise<Shown> => secretary.fill('/admin/new-rung-text', '/admin/new-rung-text', { ...typed, ...fields });
const kept = async () => (await pages.record.read.rungTexts.newest()).map(({ key, version, isRetired }) => [key, version, isRetired]);
const rows = (...texts: readonly string[]) => ({ 'plan.days': texts.map((_, index) => String(index)), 'plan.to': texts.map(() => 'unit'), 'plan.way': texts.map(() => 'email'), 'plan.may': texts.map(() => 'no'), 'plan.text': [...texts] });

beforeAll(async () => {
  pages = await openTestPages();
  secretary = await pages.visitor('secretariat', parts.secretariat);
  await pages.aYear();
});
afterAll(() => pages.close());

describe('a text of the secretariat’s own', () => {
  it('is shown on a real unit before it is added, and is then listed beside the usual ones', async () => {
    expect((await secretary.get('/admin/mail-texts')).$('.empty').text()).toContain('Chưa có lời riêng nào');
    const shown = await add({ unit: 'so-nv' });
    expect(shown.$('dl.facts dd').first().text()).toBe('Khẩn: Sở Nội vụ nộp kế hoạch năm 2022 chậm nhất 29/10/2021');
    expect((await secretary.get(shown.$('iframe').attr('src') ?? '')).text).toContain('Kỳ họp ngay sau hạn.<br>Đề nghị cử người trực.');
    expect([await kept(), shown.$('[id="vi-body"]').text().trim()]).toEqual([[], typed['vi-body']]);
    const added = await add({ confirmed: 'yes' });
    expect([await kept(), added.$('h1').text().trim(), added.$('.timeline li').length]).toEqual([[['nhac-khan', 1, false]], 'Nhắc khẩn', 1]);
    expect((await secretary.get('/admin/mail-texts')).$(`a[href="${at}"]`).closest('tr').text()).toContain('chưa nơi nào');
  });

  it.each([
    [{ 'vi-subject': 'Hạn {{due}} {{donvi}}' }, 'vi-subject', 'Không có chỗ điền nào tên là “donvi”'], [{ 'en-subject': '{{what}} {{unit}}' }, 'en-subject', 'phải có chỗ điền “due”'],
    [{ 'vi-body': '{{budget}}' }, 'vi-body', '“budget”'], [{ name: '' }, 'name', 'Cần điền mục này'], [{ name: 'Nhắc khẩn' }, 'name', 'Đã có lời mang tên gần giống'], [{ name: '…' }, 'name', 'chữ hoặc số'],
  ])('with %j is refused beside the field, nothing typed is lost', async (wrong, field, message) => {
    const shown = await add({ name: 'Lời khác', ...wrong, confirmed: 'yes' });
    expect([shown.status, shown.$('[id="vi-body"]').text().trim(), await kept()]).toEqual([422, ('vi-body' in wrong ? wrong['vi-body'] : typed['vi-body']), [['nhac-khan', 1, false]]]);
    expect(shown.$(`[id="${field}-error"]`).text()).toContain(message);
  });

  it('is changed once, however often the button is pressed, and not over somebody else’s words', async () => {
    const fields = { ...typed, 'name': 'Nhắc rất khẩn', 'confirmed': 'yes', 'version': '1', '_csrf': secretary.csrf(), '_key': 'khoa-sua-loi' };
    for (let time = 0; time < 2; time += 1) expect((await secretary.post(at, fields)).location).toBe(at);
    expect(await kept()).toEqual([['nhac-khan', 2, false]]);
    const late = await secretary.fill(at, at, { ...typed, version: '1', confirmed: 'yes' });
    expect([late.status, await kept()]).toEqual([412, [['nhac-khan', 2, false]]]);
  });

  it('is nobody’s but the secretariat’s and the administration’s', async () => {
    const agency = await pages.visitor('agency', 'so-nv');
    for (const path of [at, '/admin/new-rung-text', `${at}/vi/mail.html`]) expect((await agency.get(path)).status).toBe(403);
    for (const path of [at, '/admin/new-rung-text', `${at}/retirement`]) expect((await agency.post(path, { ...typed, version: '2', isRetired: 'yes', confirmed: 'yes', _csrf: agency.csrf(), _key: 'khoa-loi-thu' })).status).toBe(403);
    expect((await secretary.get('/admin/rung-texts/khong-co')).status).toBe(404);
  });
});

describe('a rung of a launch', () => {
  let step: string;
  beforeAll(async () => {
    await secretary.fill('/cycles/new', '/cycles/new', { planId: plan.id, key: 'co-loi' });
    step = `/cycles/new/${(await draft())?.id ?? ''}/reminders`;
  });
  const draft = async () => (await pages.record.read.launchDrafts.listOpen()).find(({ content }) => content.key === 'co-loi');
  const texts = (shown: Shown): unknown[] => shown.$('select[name="plan.text"]').toArray().map((each) => shown.$(each).val());

  it('has the usual text or one of these', async () => {
    const { $ } = await secretary.get(step);
    expect($('select[name="plan.text"]').first().find('option').toArray().map((each) => $(each).text())).toEqual(['lời thường dùng', 'Nhắc rất khẩn']);
    await secretary.fill(step, step, { button: 'next', ...rows('', 'nhac-khan') });
    expect((await draft())?.content.ladder.plan).toEqual([{ days: 0, to: 'unit' }, { days: 1, to: 'unit', text: 'nhac-khan' }]);
    expect(texts(await secretary.get(step))).toEqual(['', 'nhac-khan', '', '']);
  });

  it('with a text that is none is refused at its row', async () => {
    const shown = await secretary.fill(step, step, { button: 'next', ...rows('', 'la') });
    expect([shown.status, shown.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#plan.1']);
    expect(shown.$('[id="plan.1"]').closest('td').text()).toContain('Không có lời riêng “la”');
  });

  it('keeps a text that was retired since in sight, and is refused with it; who retires it is told where it is named', async () => {
    const asked = await secretary.fill(at, `${at}/retirement`);
    expect(asked.$('.will').text()).toContain('Có 1 bản chuẩn bị mở chu kỳ đang chọn lời này');
    expect(asked.$('table.data tbody').text()).toContain('Nộp kế hoạch');
    expect(await kept()).toEqual([['nhac-khan', 2, false]]);
    const done = await secretary.fill(at, `${at}/retirement`, { confirmed: 'yes' });
    expect([await kept(), done.$('.page-head__lead').text()]).toEqual([[['nhac-khan', 3, true]], 'Lời này đã thôi dùng; không nấc nhắc nào chọn được.']);
    const editor = await secretary.get(step);
    expect(editor.$('select[name="plan.text"]').eq(1).find('option:selected').text()).toBe('Nhắc rất khẩn (đã thôi dùng)');
    expect(editor.$('select[name="plan.text"]').eq(0).find('option')).toHaveLength(1);
    const refused = await secretary.fill(step, step, { button: 'next', ...rows('', 'nhac-khan') });
    expect(refused.$('[id="plan.1"]').closest('td').text()).toContain('Lời riêng “nhac-khan” đã thôi dùng');
    expect((await secretary.get(step.replace('reminders', 'preview'))).text).toContain('đã thôi dùng');
    await secretary.fill(at, `${at}/retirement`, { confirmed: 'yes' });
    expect(await kept()).toEqual([['nhac-khan', 4, false]]);
  });

  it('of a running year keeps its text: there is no button, and where to look', async () => {
    const api = await pages.as('secretariat', parts.secretariat);
    expect((await api.post('/cycles', { planId: plan.id, key: 'dang-chay', ladder: { report: [{ days: 0, to: 'unit', text: 'nhac-khan' }] } })).status).toBe(201);
    const asked = await secretary.fill(at, `${at}/retirement`);
    expect(asked.$('.will').text()).toContain('Chưa thôi dùng được vì 1 chu kỳ đang chạy chọn lời này');
    expect(asked.$('main button')).toHaveLength(0);
    expect((await secretary.get(at)).$('main ul a').first().attr('href')).toContain('/cycles/2022-dang-chay');
    const forced = await secretary.post(`${at}/retirement`, { _csrf: secretary.csrf(), _key: 'khoa-ep-buoc', version: '4', isRetired: 'yes', confirmed: 'yes' });
    expect([forced.status, await kept()]).toEqual([422, [['nhac-khan', 4, false]]]);
  });
});
