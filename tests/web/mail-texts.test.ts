import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTextSpecs } from '../../domain/mail-texts.ts';
import { parts } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let secretary: Visitor;
const at = '/admin/mail-texts/reminder.plan';
const words = { vi: 'Đề nghị {{unit}} gửi {{what}} trước ngày {{due}}', en: 'Please send the {{what}} of {{unit}} by {{due}}' };
const saved = async () => (await pages.record.read.mailTexts.newest()).map(({ language, text, version }) => [language, text, version]).toSorted();

beforeAll(async () => {
  pages = await openTestPages();
  secretary = await pages.visitor('secretariat', parts.secretariat);
});
afterAll(() => pages.close());

describe('the words of mails', () => {
  it('can be read before there is a year to show them on', async () => {
    const { $, status } = await secretary.get(at);
    expect([status, $('.empty').text().includes('Chưa có chu kỳ nào'), $('iframe').length]).toEqual([200, true, 0]);
    await pages.aYear();
  });

  it('are listed, each with what it is used for', async () => {
    const { $ } = await secretary.get('/admin/mail-texts');
    expect($('table.data tbody tr')).toHaveLength(mailTextSpecs.size);
    expect($('.page-head__lead').text()).toBe(`Cả ${mailTextSpecs.size} câu đang dùng lời gốc.`);
  });

  it('are shown on a real unit before they are saved, in both languages, in a frame that runs nothing', async () => {
    const shown = await secretary.fill(at, at, { ...words, unit: 'so-nv' });
    expect(shown.$('dl.facts dd').toArray().map((each) => shown.$(each).text())).toEqual(['Đề nghị Sở Nội vụ gửi kế hoạch năm 2022 trước ngày 29/10/2021', 'Please send the plan for 2022 of Sở Nội vụ by 29 October 2021']);
    expect([shown.$('#vi').text(), shown.$('iframe').attr('sandbox'), await saved()]).toEqual([words.vi, '', []]);
    const { text, headers } = await secretary.get(shown.$('iframe').attr('src') ?? '');
    expect(text).toContain('Đề nghị <strong>Sở Nội vụ</strong> gửi kế hoạch năm 2022 trước ngày <strong>29/10/2021</strong>.');
    expect(headers).toMatchObject({ 'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'", 'x-frame-options': 'SAMEORIGIN' });
    expect(headers['content-disposition']).toBeUndefined();
  });

  it('are saved once they are, and go back to the original after a question', async () => {
    const shown = await secretary.fill(at, at, { ...words, confirmed: 'yes' });
    expect(shown.$('.govuk-notification-banner__heading').text()).toContain('Thư gửi đi từ bây giờ dùng lời này');
    expect(await saved()).toEqual([['en', words.en, 1], ['vi', words.vi, 1]]);
    const asked = await secretary.fill(at, `${at}/original`);
    expect(asked.$('.will').text()).toContain('Nhắc nộp {{what}} của {{unit}}, hạn {{due}}');
    expect((await saved()).length).toBe(2);
    const back = await secretary.fill(at, `${at}/original`, { confirmed: 'yes' });
    expect([back.$('.page-head__lead').text(), back.$('.timeline li').length]).toEqual(['Đang dùng lời gốc.', 2]);
  });

  it.each([
    ['Hạn {{due}} của {{donvi}}', 'Không có chỗ điền nào tên là “donvi” ở câu này; được dùng: {{what}}, {{unit}}, {{due}}'],
    ['{{unit}} {{what}} {{due}', 'Dấu ngoặc nhọn không đủ cặp. Viết đúng như: {{what}}, {{unit}}, {{due}}'],
    ['', 'Câu này không được để trống.'], ['x'.repeat(201), 'Câu dài 201 ký tự; nhiều nhất 200 ký tự.'],
  ])('%j are refused beside the field, nothing typed is lost', async (vi, message) => {
    const before = await saved();
    for (const confirmed of ['', 'yes']) {
      const shown = await secretary.fill(at, at, { ...words, vi, confirmed });
      expect([shown.status, shown.$('#vi-error').text().trim(), shown.$('#vi').text(), shown.$('#en').text()]).toEqual([422, `Lỗi: ${message}`, vi, words.en]);
    }
    expect(await saved()).toEqual(before);
  });

  it('that somebody else has changed meanwhile are not written over', async () => {
    const shown = await secretary.fill(at, at, { ...words, version: '0', confirmed: 'yes' });
    expect([shown.status, shown.$('#vi').text()]).toEqual([412, words.vi]);
  });

  it('with markup are words', async () => {
    const { $ } = await secretary.fill(at, at, { ...words, vi: '<script>alert(1)</script> {{unit}} {{what}} {{due}}' });
    expect((await secretary.get($('iframe').attr('src') ?? '')).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('are nobody’s but the secretariat’s and the administration’s', async () => {
    const agency = await pages.visitor('agency', 'so-nv');
    for (const path of ['/admin/mail-texts', at, `${at}/vi/mail.html`]) expect((await agency.get(path)).status).toBe(403);
    expect((await agency.post(at, { ...words, version: '2', confirmed: 'yes', _csrf: agency.csrf(), _key: 'khoa-loi-thu' })).status).toBe(403);
    expect((await secretary.get('/admin/mail-texts/khong-co')).status).toBe(404);
  });
});
