import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearsalLogin } from '../../domain/rehearsal-people.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let admin: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  await pages.aYear();
  admin = await pages.visitor('administrator', 'so-tttt');
});
afterAll(() => pages.close());

const notice = ({ $ }: Shown): string => $('.govuk-notification-banner__heading').text();
const faults = ({ $ }: Shown): string[] => $('.govuk-error-summary a, .govuk-error-summary__list li').toArray().map((each) => $(each).text().trim());
const logins = ({ $ }: Shown): string[] => $('table.data tbody th').toArray().map((each) => $(each).text().trim());
const accountOf = async (login: string) => {
  const account = await pages.record.read.accounts.findByLogin(login);
  if (!account) throw new Error(`no account ${login}`);
  return account;
};
/** A new account by the form; answers the page with its password. */
const create = (login: string, fields: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Shown> =>
  admin.fill('/admin/accounts/new', '/admin/accounts/new', { login, name: 'Nguyễn Thị Ánh', email: '', unit: 'so-nv', roles: ['agency'], ...fields });

describe('a new account', () => {
  it('gets a password that is shown this once, and has to be changed at the first sign-in', async () => {
    const created = await create('anh.nt');
    const password = created.$('#password').text();
    expect(password.length).toBeGreaterThanOrEqual(12);
    expect((await admin.get(`/admin/accounts/${(await accountOf('anh.nt')).id}`)).text).not.toContain(password);
    const entered = await pages.stranger().post('/sign-in', { login: 'anh.nt', password });
    expect(entered.location).toBe('/me/password');
  });

  it('with a login in use, a wrong address or without a role is not made, and everything typed is kept', async () => {
    await create('trung.lv');
    const used = await create('TRUNG.LV', { name: 'Người khác' });
    expect([used.status, used.$('#name').val()]).toEqual([409, 'Người khác']);
    const wrong = await admin.post('/admin/accounts/new', { _csrf: admin.csrf(), login: 'mai.tt', name: 'Trần Thị Mai', email: 'không phải thư', unit: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.$('.govuk-error-summary a').toArray().map((each) => wrong.$(each).attr('href'))).toEqual(['#email', '#unit', '#roles']);
    expect(wrong.$('.govuk-error-summary a').toArray().map((each) => wrong.$(each).text().split(':')[0]), 'each names its field as the form does').toEqual(['Thư điện tử', 'Đơn vị', 'Vai trò']);
    expect(faults(wrong), 'what was left empty is asked for').toEqual(expect.arrayContaining(['Đơn vị: Cần điền mục này.', 'Vai trò: Cần chọn ít nhất một.']));
    expect([wrong.$('#login').val(), wrong.$('#email').val()]).toEqual(['mai.tt', 'không phải thư']);
    expect(await pages.record.read.accounts.findByLogin('mai.tt')).toBeUndefined();
  });
});

describe('an account', () => {
  it('is changed, and its sessions end when its rights change', async () => {
    const visitor = await pages.visitor('agency', 'so-yt');
    const page = `/admin/accounts/${visitor.id}`;
    const changed = await admin.fill(page, page, { name: 'Lê Văn Bình', roles: ['agency', 'committee'] });
    expect(notice(changed)).toContain(visitor.login);
    expect(await accountOf(visitor.login)).toMatchObject({ name: 'Lê Văn Bình', roles: ['agency', 'committee'] });
    expect((await visitor.get('/work')).location).toMatch(/^\/sign-in/);
  });

  it('keeps its sessions when only the name is written differently', async () => {
    const visitor = await pages.visitor('agency', 'so-gddt');
    const page = `/admin/accounts/${visitor.id}`;
    await admin.fill(page, page, { name: 'Họ tên khác', email: 'ten@example.vn' });
    expect(await accountOf(visitor.login)).toMatchObject({ name: 'Họ tên khác', email: 'ten@example.vn' });
    expect((await visitor.get('/work')).status).toBe(200);
  });

  it('that is locked ends its sessions and cannot sign in until it is unlocked', async () => {
    const visitor = await pages.visitor('agency', 'so-tp');
    const page = `/admin/accounts/${visitor.id}`;
    const signIn = async () => (await pages.stranger().post('/sign-in', { login: visitor.login, password: 'mat-khau-thu-nghiem' })).status;
    expect(notice(await admin.fill(page, `${page}/lock`))).toContain('Đã khóa');
    expect((await visitor.get('/work')).location).toMatch(/^\/sign-in/);
    expect(await signIn()).toBe(401);
    expect((await admin.get(page)).$('.page-head__lead').text()).toContain('đang khóa');
    expect(notice(await admin.fill(page, `${page}/unlock`))).toContain('Đã mở khóa');
    expect(await signIn()).toBe(303);
  });

  it('whose password is reset ends its sessions; the new password is shown once', async () => {
    const visitor = await pages.visitor('agency', 'so-ct');
    const page = `/admin/accounts/${visitor.id}`;
    const password = (await admin.fill(page, `${page}/password`)).$('#password').text();
    expect((await visitor.get('/work')).location).toMatch(/^\/sign-in/);
    expect((await pages.stranger().post('/sign-in', { login: visitor.login, password: 'mat-khau-thu-nghiem' })).status).toBe(401);
    expect((await pages.stranger().post('/sign-in', { login: visitor.login, password })).location).toBe('/me/password');
  });

  it('of one’s own can be neither locked nor robbed of its rights', async () => {
    const page = `/admin/accounts/${admin.id}`;
    const { $ } = await admin.get(page);
    expect($(`form[action="${page}/lock"]`)).toHaveLength(0);
    const locked = await admin.post(`${page}/lock`, { _csrf: admin.csrf() });
    expect(locked.status).toBe(422);
    expect(faults(locked)[0]).toContain('tài khoản của chính mình');
    const robbed = await admin.fill(page, page, { roles: ['agency'] });
    expect([robbed.status, robbed.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#roles']);
    expect(await accountOf(admin.login)).toMatchObject({ lockedAt: null, roles: ['administrator'] });
  });

  it('that does not exist has no page', async () => {
    expect((await admin.get('/admin/accounts/khong-co')).status).toBe(404);
  });
});

describe('the list of accounts', () => {
  it('is searched without marks, and by role', async () => {
    await create('huong.pt', { name: 'Phạm Thị Hương' });
    expect(logins(await admin.get('/admin/accounts?q=pham%20thi%20huong'))).toEqual(['huong.pt']);
    expect(logins(await admin.get('/admin/accounts?role=administrator'))).toEqual([admin.login]);
    expect((await admin.get('/admin/accounts?q=khong-co-ai')).$('.empty').text()).toContain('Không có tài khoản nào');
  });

  it('shows those that play in rehearsals when asked for', async () => {
    await pages.record.write((tx) => tx.accounts.insert({ id: 'vai-dien', login: rehearsalLogin('thu', 'agency', 'so-nv'), name: 'Diễn tập: đơn vị, Sở Nội vụ', email: null, unit: 'so-nv', roles: ['agency'], passwordHash: '', mustChangePassword: false, lockedAt: null, createdAt: 0, language: 'vi', optedOut: false }));
    const usual = await admin.get('/admin/accounts');
    expect(logins(usual)).not.toContain('dien-tap.thu.agency.so-nv');
    expect(usual.$('main').text()).toContain('Không kể 1 tài khoản đóng vai');
    expect(logins(await admin.get('/admin/accounts?rehearsed=yes'))).toContain('dien-tap.thu.agency.so-nv');
  });

  it('is for administrators', async () => {
    const secretary = await pages.visitor('secretariat', 'so-tttt');
    expect((await secretary.get('/admin/accounts')).status).toBe(403);
    expect((await secretary.post('/admin/accounts/new', { _csrf: secretary.csrf(), login: 'ke.gian', name: 'Kẻ gian', unit: 'so-nv', roles: ['administrator'] })).status).toBe(403);
    expect(await pages.record.read.accounts.findByLogin('ke.gian')).toBeUndefined();
  });
});

describe('the audit trail', () => {
  it('shows what was done, newest first, filtered by act and cycle', async () => {
    const launches = await admin.get('/admin/audit?act=launch');
    expect(launches.$('.page-head__lead').text()).toContain('1 dòng');
    expect(launches.$('table.data tbody tr').text()).toContain('2022-tinh');
    const none = await admin.get('/admin/audit?cycle=1999-khong-co');
    expect(none.$('table.data')).toHaveLength(0);
    expect(none.$('.empty').text()).toContain('Không có dòng nào');
    const numbers = (await admin.get('/admin/audit')).$('table.data tbody td.figure').toArray().map((each) => Number(launches.$(each).text()));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });

  it('leads from what, who and subject to the rows of the same kind, and folds the details away', async () => {
    const { $ } = await admin.get('/admin/audit?act=launch');
    const links = $('table.data tbody tr').first().find('td a').toArray().map((each) => decodeURIComponent($(each).attr('href') ?? ''));
    expect(links).toEqual([expect.stringContaining('actor=account:'), '/admin/audit?act=launch', expect.stringMatching(/act=launch&subject=/)]);
    expect($('table.data tbody tr').first().find('td details').length).toBe(1);
    expect($('#cycle option').toArray().map((each) => $(each).attr('value'))).toContain((await pages.record.read.cycles.list())[0]?.id);
  });

  it('goes out as CSV with the filter of the page', async () => {
    const { headers, text } = await admin.get('/admin/audit.csv?act=launch');
    expect(headers['content-type']).toContain('text/csv');
    const [head, ...rows] = text.split('\r\n').filter((line) => line !== '');
    expect(head?.startsWith('\uFEFFSố;Thời gian;Người làm')).toBe(true);
    expect(rows).toHaveLength(1);
  });

  it('says that it is whole, and where it is not', async () => {
    const whole = await admin.fill('/admin/audit', '/admin/audit/verification');
    expect(whole.$('.page-head__lead').text()).toMatch(/^Nhật ký nguyên vẹn: \d+ dòng/);
    expect((await admin.get(whole.$('a[hreflang=en]').attr('href') ?? '')).location, 'the other language leads to a page that there is').toBe('/admin/audit');
    const broken = await openTestPages({ verifyAudit: async () => ({ rows: 12, intact: false, firstBroken: { id: 7, reason: 'content' } }) });
    try {
      const { $ } = await (await broken.visitor('administrator', 'so-tttt')).fill('/admin/audit', '/admin/audit/verification');
      expect($('.page-head__lead').text()).toContain('từ dòng 7');
      expect($('.finding--blocking').text()).toContain('dòng 7');
    } finally {
      await broken.close();
    }
  });

  it('is for administrators', async () => {
    const secretary = await pages.visitor('secretariat', 'so-tttt');
    for (const path of ['/admin/audit', '/admin/audit.csv']) expect((await secretary.get(path)).status, path).toBe(403);
  });
});

it('the state of the system says which part does not answer', async () => {
  const down = await openTestPages({ probe: async () => ({ server: false, worker: false }) });
  try {
    const { $ } = await (await down.visitor('secretariat', 'so-tttt')).get('/admin/system');
    expect($('.facts .state').toArray().slice(0, 3).map((each) => $(each).text())).toEqual(['hoạt động', 'không trả lời', 'không trả lời']);
  } finally {
    await down.close();
  }
});
