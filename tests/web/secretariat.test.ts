import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { parts, planOfUnit, type Year } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let secretary: Visitor;
let agency: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  secretary = await pages.visitor('secretariat', parts.secretariat);
  agency = await pages.visitor('agency', 'so-nv');
  const submitted = await (await pages.as('agency', 'so-nv')).post(`${year.plan}/submissions`, { content: planOfUnit() });
  if (submitted.status !== 201) throw new Error(submitted.text);
});
afterAll(() => pages.close());

const at = (rest: string): string => `/cycles/${year.cycle}${rest}`;
const dutyOf = async (unit: string) => pages.record.read.duties.find(planDutyId(year.cycle, unit));
const notice = ({ $ }: { $: Awaited<ReturnType<Visitor['get']>>['$'] }): string => $('.govuk-notification-banner__heading').text();

describe('the year at a glance', () => {
  it('answers first: how many have not submitted, and until when', async () => {
    const { $ } = await secretary.get(at(''));
    expect($('.page-head__lead').text()).toMatch(/^36 trong 37 đơn vị chưa nộp kế hoạch; còn \d+ ngày làm việc/);
    expect($('.stage-line [aria-current]').text()).toContain('lập và duyệt kế hoạch');
  });

  it('leads from each figure to the list that it counts', async () => {
    const { $ } = await secretary.get(at(''));
    const tiles = $('.tiles a').toArray().map((each) => ({ figure: Number($(each).find('.tiles__figure').text()), href: $(each).attr('href') ?? '' }));
    expect(tiles.length).toBeGreaterThan(2);
    for (const { figure, href } of tiles) expect((await secretary.get(href)).$('table.data tbody tr'), href).toHaveLength(figure);
  });

  it('shows a unit its own numbers only', async () => {
    const { $ } = await agency.get(at(''));
    expect($('.page-head__lead').text()).toContain('Đơn vị đã nộp kế hoạch');
    expect((await agency.get(at('/duties'))).$('table.data tbody tr')).toHaveLength(1);
  });

  it('lists the cycles, and offers the launch to the secretariat alone', async () => {
    expect((await secretary.get('/cycles')).$('a[href="/cycles/new"]')).toHaveLength(1);
    const { $ } = await agency.get('/cycles');
    expect($('table.data tbody tr')).toHaveLength(1);
    expect($('a[href="/cycles/new"]')).toHaveLength(0);
  });
});

describe('the table of duties', () => {
  it('finds units without marks, by state and by need', async () => {
    const found = async (query: string): Promise<string[]> => {
      const { $ } = await secretary.get(at(`/duties?${query}`));
      return $('table.data tbody th').toArray().map((each) => $(each).text().trim());
    };
    expect(await found('q=so noi vu')).toEqual(['Sở Nội vụ']);
    expect(await found('state=submitted')).toEqual(['Sở Nội vụ']);
    expect(await found('need=silent')).not.toContain('Sở Nội vụ');
    expect(await found('level=district')).toHaveLength(17);
    expect(await found('kind=plan&sort=-unit')).toEqual((await found('kind=plan&sort=unit')).toReversed());
    expect(await found('state=nonsense')).toHaveLength(37);
  });

  it('comes as CSV, with the same rows', async () => {
    const { text, headers } = await secretary.get(at('/duties.csv?level=district'));
    expect(headers['content-type']).toContain('text/csv');
    expect(text.startsWith('\uFEFFĐơn vị;Mã;Việc')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(18);
  });
});

describe('extending and reminding many', () => {
  const chosen = { d: ['plan.so-yt', 'plan.so-tp'] };
  const address = (): string => at('/duties/extension?d=plan.so-yt&d=plan.so-tp');

  it('lists them before, extends them, and says so', async () => {
    const { $ } = await secretary.get(address());
    expect($('.chosen tbody th').toArray().map((each) => $(each).text())).toEqual(['Sở Tư pháp', 'Sở Y tế']);
    const done = await secretary.fill(address(), at('/duties/extension'), { ...chosen, due: '2021-11-05', reason: 'Đợt kiểm tra đột xuất' });
    expect(notice(done)).toContain('Đã gia hạn 2 việc');
    expect((await dutyOf('so-yt'))?.due).toBe('2021-11-05');
    expect((await dutyOf('so-tp'))?.unitDue).toBe('2021-11-05');
  });

  it('does it once, however often the button was pressed', async () => {
    const { $ } = await secretary.get(address());
    const hidden = { _csrf: String($('input[name=_csrf]').last().val()), _key: String($('input[name=_key]').last().val()) };
    const send = () => secretary.post(at('/duties/extension'), { ...hidden, ...chosen, due: '2021-11-08', reason: 'Thêm thời gian' });
    expect([(await send()).status, (await send()).status]).toEqual([303, 303]);
    const rows = (await pages.audit()).filter(({ act, unit, details }) => act === 'extend' && unit === 'so-yt' && details['due'] === '2021-11-08');
    expect(rows).toHaveLength(1);
  });

  it('keeps what was typed when the reason is missing, and changes nothing', async () => {
    const before = await dutyOf('so-yt');
    const { status, $ } = await secretary.fill(address(), at('/duties/extension'), { ...chosen, due: '2021-12-01', reason: ' ' });
    expect(status).toBe(422);
    expect($('#due').val()).toBe('2021-12-01');
    expect($('.govuk-error-summary a').attr('href')).toBe('#reason');
    expect($('.chosen tbody th')).toHaveLength(2);
    expect(await dutyOf('so-yt')).toEqual(before);
  });

  it('reminds units that are waited for, passes over the others and says how many', async () => {
    const done = await secretary.fill(at('/duties/reminder?d=plan.so-yt&d=plan.so-nv'), at('/duties/reminder'), { d: ['plan.so-yt', 'plan.so-nv'], message: 'Sắp đến hạn' });
    expect(notice(done)).toContain('Đã nhắc 1 việc; 1 việc');
    expect(await pages.record.read.reminders.count({ cycle: year.cycle, unit: 'so-yt' })).toBe(1);
    expect(await pages.record.read.reminders.count({ cycle: year.cycle, unit: 'so-nv' })).toBe(0);
  });

  it('is the secretariat\'s alone', async () => {
    expect((await agency.get(address())).status).toBe(403);
    expect((await (await pages.visitor('committee', parts.committee)).get(at('/duties/reminder'))).status).toBe(403);
  });
});

describe('the whole story of a unit', () => {
  it('tells who did what, in words', async () => {
    const { $ } = await secretary.get(at('/units/so-yt'));
    const lines = $('.timeline li').toArray().map((each) => $(each).text().replace(/\s+/g, ' '));
    expect(lines.some((line) => line.includes('Gia hạn đến thứ Sáu, 5/11/2021: Kế hoạch – Người secretariat') && line.includes('Đợt kiểm tra đột xuất'))).toBe(true);
    expect(lines.some((line) => line.includes('Nhắc đơn vị: Kế hoạch') && line.includes('Sắp đến hạn'))).toBe(true);
  });

  it('shows each reminder that the unit had, with the mail as it was sent, and those still to come', async () => {
    const { $ } = await secretary.get(at('/units/so-yt'));
    const rows = $('#unit-mails tbody tr').toArray().map((each) => $(each).text().replace(/\s+/g, ' ').trim());
    expect(rows.filter((row) => row.includes('Sắp gửi')).map((row) => /(trước hạn|quá hạn) \d+|đúng ngày/.exec(row)?.[0])).toEqual(['quá hạn 5', 'quá hạn 3', 'quá hạn 1', 'đúng ngày', 'trước hạn 1', 'trước hạn 5', 'trước hạn 10']);
    expect(rows.some((row) => row.includes('Nhắc việc: kế hoạch') && row.includes('nhắc riêng'))).toBe(true);
    expect($('#unit-mails a').first().attr('href')).toMatch(/^\/admin\/deliveries\/\d+$/);
    const own = await agency.get(at('/units/so-nv'));
    expect([own.$('#unit-mails tbody tr').length > 0, own.$('#unit-mails a').length]).toEqual([true, 0]);
  });

  it('is open to the unit itself; for another unit it does not exist', async () => {
    expect((await agency.get(at('/units/so-nv'))).$('.timeline').text()).toContain('Nộp: Kế hoạch');
    const { status, text } = await agency.get(at('/units/so-yt'));
    expect(status).toBe(404);
    expect(text).not.toContain('Sở Y tế');
  });
});

describe('members and waivers', () => {
  it('adds a unit with its reason, once', async () => {
    const free = (await secretary.get(at('/units/new'))).$('#unit option').eq(1).attr('value') ?? '';
    const done = await secretary.fill(at('/units/new'), at('/units/new'), { unit: free, reason: 'Mới thành lập' });
    expect(notice(done)).toContain('đã vào chu kỳ');
    expect((await dutyOf(free))?.state).toBe('draft');
  });

  it('lets a unit leave, and retires what it owes', async () => {
    const done = await secretary.fill(at('/units/so-ngv/retirement'), at('/units/so-ngv/retirement'), { reason: 'Sáp nhập' });
    expect(notice(done)).toContain('đã rời chu kỳ');
    expect((await dutyOf('so-ngv'))?.state).toBe('retired');
    expect((await agency.get(at('/units/so-ngv/retirement'))).status).toBe(403);
  });

  it('lists the members by level and as CSV, the reasons for those who see the whole year alone', async () => {
    const shown = await secretary.get(at('/units?level=district'));
    expect(shown.$('table.data tbody').text()).not.toContain('Sở Nội vụ');
    const file = shown.$('a[href*="units.csv"]').attr('href') ?? '';
    const rows = (await secretary.get(file)).text.split('\r\n').filter((line) => line !== '');
    expect([rows[0], rows.length - 1]).toEqual(['\uFEFFĐơn vị;Mã;Cấp;Vào từ ngày;Rời từ ngày;Lý do', shown.$('table.data tbody tr').length]);
    const all = [await secretary.get(at('/units.csv')), await agency.get(at('/units.csv'))].map(({ text }) => text.split('\r\n').find((line) => line.includes(';so-ngv;')) ?? '');
    expect(all.map((line) => line.endsWith(';Sáp nhập'))).toEqual([true, false]);
    expect((await secretary.get(at('/units?q=khong-co'))).$('.empty').text()).toContain('khớp bộ lọc');
  });

  it('grants a waiver and keeps what was typed when it has expired', async () => {
    const typed = { unit: 'so-nv', from: 'target:ct-04-1', approver: 'Giám đốc Sở TT&TT', reason: 'Chưa có đường truyền' };
    const refused = await secretary.fill(at('/waivers/new'), at('/waivers/new'), { ...typed, expires: '2020-01-01' });
    expect(refused.status).toBe(422);
    expect(refused.$('#approver').val()).toBe(typed.approver);
    expect(refused.$('#from option[selected]').attr('value')).toBe(typed.from);
    const done = await secretary.fill(at('/waivers/new'), at('/waivers/new'), { ...typed, expires: '2022-06-30' });
    expect(done.$('table.data tbody').text()).toContain('30/6/2022');
    expect((await agency.get(at('/waivers/new'))).status).toBe(403);
  });
});

describe('steering the whole cycle', () => {
  it('pauses and resumes with a reason; each shows what will happen first', async () => {
    expect((await secretary.get(at('/pause'))).$('.will li').length).toBeGreaterThan(1);
    expect((await secretary.fill(at('/pause'), at('/pause'), { reason: '' })).status).toBe(422);
    expect(notice(await secretary.fill(at('/pause'), at('/pause'), { reason: 'Bão số 5' }))).toContain('tạm dừng');
    expect((await secretary.get(at(''))).$('.page-head__lead').text()).toContain('đang tạm dừng');
    expect(notice(await secretary.fill(at('/resume'), at('/resume'), { reason: 'Hết bão' }))).toContain('tiếp tục');
    expect((await agency.get(at('/cancel'))).status).toBe(403);
  });

  it('cancels for good', async () => {
    await secretary.fill(at('/cancel'), at('/cancel'), { reason: 'Làm lại từ đầu' });
    expect((await secretary.get(at(''))).$('.page-head__lead').text()).toContain('Làm lại từ đầu');
  });
});
