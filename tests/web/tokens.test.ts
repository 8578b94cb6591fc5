import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let visitor: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  await pages.aYear();
  visitor = await pages.visitor('agency', 'so-nv');
});
afterAll(() => pages.close());

const create = (fields: Readonly<Record<string, string>>, by = visitor): Promise<Shown> => by.fill('/me/tokens', '/me/tokens', fields);
const names = async (): Promise<string[]> => {
  const { $ } = await visitor.get('/me/tokens');
  return $('table.data tbody th').toArray().map((each) => $(each).text());
};
const ask = async (secret: string) => (await request(pages.app.express).get('/api/v1/me').set('authorization', `Bearer ${secret}`)).status;

it('a token is reached from the account, shown this once, and answers for its holder', async () => {
  expect((await visitor.get('/me')).$('a[href="/me/tokens"]')).toHaveLength(1);
  const { $ } = await create({ name: 'Máy đồng bộ', expires: '2021-12-31' });
  const secret = $('#secret').text();
  expect(secret).toMatch(/^chutrinh_/);
  expect($('.facts').text()).toContain('31/12/2021');
  expect((await visitor.get('/me/tokens')).text).not.toContain(secret);
  expect(await names()).toContain('Máy đồng bộ');
  expect(await ask(secret)).toBe(200);
});

it('without an end it never expires; with one it ends then', async () => {
  expect((await create({ name: 'Không hạn', expires: '' })).$('.facts').text()).toContain('không hết hạn');
  const secret = (await create({ name: 'Ngắn hạn', expires: '2021-10-05' })).$('#secret').text();
  const before = pages.clock.now;
  pages.clock.now += 2 * 86_400_000;
  expect(await ask(secret)).toBe(401);
  pages.clock.now = before;
});

it('a wrong name or date makes none, and keeps what was typed', async () => {
  const count = (await names()).length;
  const past = await create({ name: 'Quá khứ', expires: '2020-01-01' });
  expect([past.status, past.$('.govuk-error-summary a').attr('href'), past.$('#name').val(), past.$('#expires').val()]).toEqual([422, '#expires', 'Quá khứ', '2020-01-01']);
  const unreal = await create({ name: '', expires: '2021-02-30' });
  expect(unreal.$('.govuk-error-summary a').toArray().map((each) => unreal.$(each).attr('href'))).toEqual(['#name', '#expires']);
  expect(await names()).toHaveLength(count);
});

it('that is revoked answers no more; nobody revokes another person’s', async () => {
  const secret = (await create({ name: 'Sẽ thu hồi' })).$('#secret').text();
  const { $ } = await visitor.get('/me/tokens');
  const action = $('table.data tbody tr').filter((_, row) => $(row).text().includes('Sẽ thu hồi')).find('form').attr('action') ?? '';
  const other = await pages.visitor('agency', 'so-yt');
  expect((await other.post(action, { _csrf: other.csrf() })).status).toBe(404);
  expect(await ask(secret)).toBe(200);
  const after = await visitor.fill('/me/tokens', action);
  expect(after.$('.govuk-notification-banner__heading').text()).toContain('thu hồi');
  expect(await ask(secret)).toBe(401);
  expect(await names()).not.toContain('Sẽ thu hồi');
});
