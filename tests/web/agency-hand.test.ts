import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAccount } from '../../api/use-cases/accounts.ts';
import { unit, type Year } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let head: Visitor;
let colleague: string;
let stranger: Visitor;
const form = (): string => `${year.plan}/draft`;

beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  head = await pages.visitor('agency', unit);
  stranger = await pages.visitor('agency', 'so-yt');
  const { account } = await makeAccount({ login: 'ke-toan', name: 'Trần Thị Kế Toán', unit, roles: ['agency'], password: 'mat-khau-thu-nghiem' }, pages.clock.now);
  await pages.record.write((tx) => tx.accounts.insert(account));
  colleague = account.id;
});
afterAll(() => pages.close());

it('hands a part to a colleague, and shows who has finished', async () => {
  const handed = await head.fill(form(), `${form()}/budget/hand`, { account: colleague });
  expect(handed.$('#account-budget option[selected]').text()).toBe('Trần Thị Kế Toán');
  expect(handed.$('.govuk-notification-banner__heading').text()).toContain('Đã giao phần Kinh phí cho Trần Thị Kế Toán.');
  const other = pages.stranger();
  await other.post('/sign-in', { login: 'ke-toan', password: 'mat-khau-thu-nghiem' });
  const told = await other.get(form());
  expect([told.$('.page-head__lead').text(), told.$('.task-list li').eq(3).text()]).toEqual([expect.stringContaining('Bạn được giao: Kinh phí.'), expect.stringContaining('giao cho bạn')]);
  await other.fill(form(), `${form()}/budget/finish`);
  const seen = await head.get(form());
  expect(seen.$('.task-list li').eq(3).text()).toContain('đã xong: Trần Thị Kế Toán');
  await head.fill(form(), `${form()}/budget/finish`);
  expect((await head.get(form())).text).not.toContain('đã xong: ');
  const back = await head.fill(form(), `${form()}/budget/hand`, { account: '' });
  expect(back.$('.govuk-notification-banner__heading').text()).toContain('Phần Kinh phí không còn giao cho ai.');
  const acts = (await pages.audit()).map(({ act }) => act);
  expect(acts).toEqual(expect.arrayContaining(['handPart', 'finishPart', 'reopenPart']));
});

it('hands nothing to people of other units or who may not write', async () => {
  const approver = await pages.visitor('approver', unit);
  for (const account of [stranger.id, approver.id, 'khong-co-ai']) {
    const shown = await head.fill(form(), `${form()}/tasks/hand`, { account });
    expect([account, shown.status]).toEqual([account, 422]);
    expect(shown.$('.govuk-error-summary').text()).toContain('không phải tài khoản đang dùng của đơn vị');
  }
  expect(await pages.record.read.draftParts.listOf(`plan/${year.cycle}/${unit}`)).not.toContainEqual(expect.objectContaining({ part: 'tasks' }));
});

it('is the unit\'s own affair', async () => {
  const { $ } = await stranger.get('/me/password');
  const csrf = String($('input[name=_csrf]').val());
  expect((await stranger.post(`${form()}/budget/hand`, { _csrf: csrf, account: stranger.id })).status).toBe(404);
  expect((await stranger.post(`${form()}/budget/finish`, { _csrf: csrf, finished: 'yes' })).status).toBe(404);
});
