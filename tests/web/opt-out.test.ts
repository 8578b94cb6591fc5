import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parts, unit } from '../support/api.ts';
import { openTestPages, type TestPages } from '../support/pages.ts';

let pages: TestPages;
beforeAll(async () => {
  pages = await openTestPages();
});
afterAll(() => pages.close());

describe('reminders by mail', () => {
  it('are done without by one\'s own choice, which is kept, said and audited', async () => {
    const agency = await pages.visitor('agency', unit);
    expect((await agency.get('/me')).$('#reminders').val()).toBe('in');
    const { $ } = await agency.fill('/me', '/me/reminders', { reminders: 'out' });
    expect($('#reminders').val()).toBe('out');
    expect($('body').text()).toContain('không nhận thư ở các nấc nhắc cho phép từ chối');
    const account = (await pages.record.read.accounts.list()).find(({ roles, unit: of }) => roles.includes('agency') && of === unit);
    expect(account?.optedOut).toBe(true);
    expect((await pages.audit()).at(-1)).toMatchObject({ act: 'setReminders', details: { optedOut: true } });
  });

  it('are switched off for a contact by the secretariat; a leader has no such choice', async () => {
    const secretary = await pages.visitor('secretariat', parts.secretariat);
    const at = `/registers/units/${unit}/contacts`;
    await secretary.fill(at, at, { 'focal-name': 'Đầu mối', 'focal-email': 'dau.moi@tinh.example', 'focal-reminders': 'out', 'leader-name': 'Lãnh đạo' });
    expect(await pages.record.read.contacts.listOf(unit)).toMatchObject([{ part: 'focal', optedOut: true }, { part: 'leader' }]);
    const { $ } = await secretary.get(at);
    expect([$('#focal-reminders').val(), $('#leader-reminders').length]).toEqual(['out', 0]);
    await secretary.fill(at, at, { 'focal-reminders': 'in' });
    expect((await pages.record.read.contacts.listOf(unit))[0]).not.toHaveProperty('optedOut');
  });
});
