import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestPages, type TestPages } from '../support/pages.ts';

let pages: TestPages;
beforeAll(async () => {
  pages = await openTestPages();
  await pages.aYear();
});
afterAll(() => pages.close());

it('sends who is not signed in to the sign-in page, and back to the page that was asked for', async () => {
  const visitor = await pages.visitor('agency', 'so-nv');
  const stranger = pages.stranger();
  expect((await stranger.get('/work')).location).toBe('/sign-in?to=%2Fwork');
  const entered = await stranger.post('/sign-in', { login: visitor.login, password: 'mat-khau-thu-nghiem', to: '/work' });
  expect(entered.location).toBe('/work');
});

it('gives a wrong password and an unknown account the same answer', async () => {
  const visitor = await pages.visitor('agency', 'so-nv');
  const texts = await Promise.all([visitor.login, 'khong-co-ai'].map(async (login) => {
    const { status, $ } = await pages.stranger().post('/sign-in', { login, password: 'sai' });
    return [status, $('#login-error').text().trim()];
  }));
  expect(texts[0]).toEqual(texts[1]);
  expect(texts[0]?.[0]).toBe(401);
  expect(texts[0]?.[1]).toContain('mật khẩu');
});

it('leads nobody to another site after signing in', async () => {
  const visitor = await pages.visitor('agency', 'so-nv');
  const entered = await pages.stranger().post('/sign-in', { login: visitor.login, password: 'mat-khau-thu-nghiem', to: '//example.org/' });
  expect(entered.location).toBe('/');
});

it('shows what waits, in the language that was chosen', async () => {
  const vi = await (await pages.visitor('agency', 'so-nv')).get('/work');
  expect(vi.$('h1').text()).toBe('Việc của tôi');
  expect(vi.$('table.data tbody th').first().text()).toContain('Lập kế hoạch');
  const en = await (await pages.visitor('agency', 'so-nv', 'en')).get('/work');
  expect(en.$('h1').text()).toBe('My work');
});

it('ends another session from the list of sessions', async () => {
  const visitor = await pages.visitor('approver', 'ubnd-tinh');
  const other = pages.stranger();
  await other.post('/sign-in', { login: visitor.login, password: 'mat-khau-thu-nghiem' });
  const { $ } = await visitor.get('/me');
  const action = $('main table form').first().attr('action') ?? '';
  const after = await visitor.fill('/me', action);
  expect(after.$('.govuk-notification-banner__heading').text()).toContain('đã kết thúc');
  expect((await other.get('/work')).location).toMatch(/^\/sign-in/);
});

it('sets the language of mails to oneself; the switch of the pages does not', async () => {
  const visitor = await pages.visitor('approver', 'ubnd-tinh');
  const language = async () => (await pages.record.read.accounts.find(visitor.id))?.language;
  await visitor.get('/language/en?to=/me');
  visitor.cookies.set('chutrinh_language', 'vi');
  expect(await language()).toBe('vi');
  const after = await visitor.fill('/me', '/me/language', { language: 'en' });
  expect([after.$('.govuk-notification-banner__heading').text().trim(), after.$('#language option[selected]').attr('value'), await language()]).toEqual(['Từ nay thư gửi cho bạn viết bằng Tiếng Anh.', 'en', 'en']);
  expect([(await visitor.fill('/me', '/me/language', { language: 'fr' })).status, await language()]).toEqual([422, 'en']);
});

it('keeps what was typed when a form is wrong, but never a password', async () => {
  const visitor = await pages.visitor('appraiser', 'so-tc');
  const { status, $ } = await visitor.fill('/me/password', '/me/password', { current: 'mat-khau-thu-nghiem', next: 'mot-mat-khau-moi-dai', repeated: 'khac' });
  expect(status).toBe(422);
  expect($('.govuk-error-summary a').attr('href')).toBe('#repeated');
  expect($('#next').val() ?? '').toBe('');
});

it('refuses a form without the token of its session', async () => {
  const visitor = await pages.visitor('agency', 'so-yt');
  const { status } = await visitor.post('/me/password', { current: 'mat-khau-thu-nghiem', next: 'mot-mat-khau-moi-dai', repeated: 'mot-mat-khau-moi-dai' });
  expect(status).toBe(403);
});

it('shows a form of an earlier session to its sender once more, with everything typed; to another site it says no', async () => {
  const visitor = await pages.visitor('secretariat', 'so-tttt');
  const typed = { _csrf: 'cua-phien-truoc', _key: 'khoa-thu-nghiem', reason: 'Lý do đã gõ' };
  const again = await visitor.post('/cycles/2022-tinh/pause', typed, { origin: 'http://127.0.0.1', host: '127.0.0.1' });
  expect(again.status).toBe(409);
  expect(again.$('input[name=reason]').val()).toBe('Lý do đã gõ');
  expect(again.$('main form').attr('action')).toBe('/cycles/2022-tinh/pause');
  const foreign = await visitor.post('/cycles/2022-tinh/pause', typed, { origin: 'https://example.org', host: '127.0.0.1' });
  expect(foreign.status).toBe(403);
});

it('leads a new account to a password of its own before anything else, and says what is wrong with one', async () => {
  const administrator = await pages.as('administrator', 'so-tttt');
  const { body } = await administrator.post('/accounts', { login: 'moi.den', name: 'Người mới đến', unit: 'so-nv', roles: ['agency'] });
  const newcomer = pages.stranger();
  await newcomer.post('/sign-in', { login: 'moi.den', password: body.password, to: '/work' });
  expect([(await newcomer.get('/')).location, (await newcomer.get('/work')).location]).toEqual(['/me/password', '/me/password']);
  const short = await newcomer.fill('/me/password', '/me/password', { current: body.password, next: 'ngắn', repeated: 'ngắn' });
  expect(short.$('.govuk-error-summary li').text()).toContain('ít nhất 12 ký tự');
  expect(short.$('#next-error').text()).toContain('ít nhất 12 ký tự');
  const done = await newcomer.fill('/me/password', '/me/password', { current: body.password, next: 'mat-khau-cua-toi', repeated: 'mat-khau-cua-toi' });
  expect([done.status, done.$('h1').text()]).toEqual([200, 'Việc của tôi']);
});
