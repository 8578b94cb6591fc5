import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RehearsalOptions, Rehearsals, RehearsalState } from '../../domain/ports/rehearsals.ts';
import { rehearsalClock } from '../../domain/rehearsal-clock.ts';
import { atTime } from '../../domain/plain-date.ts';
import { plan, start } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

/** Remembers what it is asked, and runs nothing. */
function fakeRehearsals() {
  const states = new Map<string, RehearsalState>();
  const asked: RehearsalOptions[] = [];
  const set = (id: string, changes: Partial<RehearsalState>): void => {
    const before = states.get(id);
    if (before) states.set(id, { ...before, ...changes });
  };
  const port: Rehearsals = {
    start(options) {
      asked.push(options);
      const id = `r${asked.length}`;
      states.set(id, { id, options, status: 'starting', cycle: null, startedAt: start, endedAt: null, result: null, error: null });
      return id;
    },
    state: (id) => states.get(id), list: () => [...states.values()].toReversed(),
    stop: (id) => { const runs = states.get(id)?.endedAt === null; if (runs) set(id, { status: 'stopped', endedAt: start + 1000 }); return runs; },
    close: async () => undefined,
  };
  return { port, asked, set, clear: () => { states.clear(); asked.length = 0; } };
}

const rehearsals = fakeRehearsals();
let pages: TestPages;
let admin: Visitor;
beforeAll(async () => {
  pages = await openTestPages({ rehearsals: rehearsals.port });
  await pages.aYear();
  admin = await pages.visitor('administrator', 'so-tttt');
});
beforeEach(() => rehearsals.clear());
afterAll(() => pages.close());

const begin = (fields: Readonly<Record<string, string>> = {}): Promise<Shown> => admin.fill('/admin/rehearsals', '/admin/rehearsals', { plan: plan.id, ...fields });
const lead = ({ $ }: Shown): string => $('.page-head__lead').text();

describe('a rehearsal', () => {
  it('starts with what was asked for, and is followed', async () => {
    const shown = await begin({ units: '3', minutes: '1.5', seed: '42' });
    expect(rehearsals.asked).toEqual([{ plan: plan.id, units: 3, minutes: 1.5, seed: 42 }]);
    expect(lead(shown)).toContain('Đang tạo người đóng vai');
    expect(shown.$('noscript').text()).toContain('http-equiv="refresh"');
    const [row] = (await pages.record.read.audit.list({ act: 'startRehearsal' }, {})).items;
    expect(row?.details).toMatchObject({ plan: plan.id, units: 3, seed: 42 });
  });

  it('shows its calendar, speed and duties while it runs', async () => {
    await begin();
    const secretary = await pages.as('secretariat', plan.roles.secretariat);
    const clock = rehearsalClock({ startReal: start, from: atTime('2021-09-20', '08:00'), to: atTime('2022-12-31', '08:00'), busy: [], totalRealMs: 120_000 });
    const { body } = await secretary.post('/cycles', { planId: plan.id, key: 'dien-tap', title: 'Diễn tập: thử', units: ['so-nv', 'so-yt'], rehearsal: { clock } });
    rehearsals.set('r1', { status: 'running', cycle: body.id });
    pages.clock.now = start + 60_000;
    const shown = await admin.get('/admin/rehearsals/r1');
    pages.clock.now = start;
    expect(shown.$('.rehearsal')).toHaveLength(1);
    expect(lead(shown)).toMatch(/Lịch của năm đang là .+; còn khoảng \d+ giây/);
    expect(shown.$('progress').attr('value')).toMatch(/^(4|5|6)\d$/);
    expect(shown.$('.facts').text()).toMatch(/\d+(,\d)? ngày mỗi phút/);
    expect((await admin.get('/admin/rehearsals')).$('main a[href="/admin/rehearsals/r1"]').length).toBeGreaterThan(0);
    rehearsals.clear();
    expect((await begin()).$('.govuk-error-summary').text(), 'its cycle is still open').toContain(body.id);
    expect((await secretary.post(`/cycles/${body.id}/cancel`, { reason: 'Xong việc thử' })).status).toBe(200);
  });

  it('is stopped by a button, once', async () => {
    await begin();
    const shown = await admin.fill('/admin/rehearsals/r1', '/admin/rehearsals/r1/stop');
    expect(lead(shown)).toContain('đã bị dừng');
    expect(shown.$('form[action$="/stop"]')).toHaveLength(0);
    expect(shown.$('meta[http-equiv]')).toHaveLength(0);
    await admin.post('/admin/rehearsals/r1/stop', { _csrf: admin.csrf() });
    expect((await pages.record.read.audit.list({ act: 'stopRehearsal' }, {})).total).toBe(1);
  });

  it('tells how it went, or why it failed', async () => {
    await begin();
    rehearsals.set('r1', { status: 'done', endedAt: start + 90_000, result: { seconds: 88.4, refused: 5, warnings: 0 } });
    expect(lead(await admin.get('/admin/rehearsals/r1'))).toContain('88 giây; 5 lần nộp bị chặn');
    await begin();
    rehearsals.set('r2', { status: 'failed', endedAt: start, error: 'chutrinh: <b>no room</b>' });
    const failed = await admin.get('/admin/rehearsals/r2');
    expect(failed.$('.finding--blocking code').text()).toBe('chutrinh: <b>no room</b>');
  });
});

describe('what is refused', () => {
  it('a second one while one runs', async () => {
    await begin();
    expect((await admin.get('/admin/rehearsals')).$('form[action="/admin/rehearsals"]')).toHaveLength(0);
    const again = await admin.post('/admin/rehearsals', { _csrf: admin.csrf(), _key: 'khoa-thu-hai', plan: plan.id, seed: '1' });
    expect(again.status).toBe(422);
    expect(again.$('.govuk-error-summary').text()).toContain('đang chạy');
    expect(rehearsals.asked).toHaveLength(1);
  });

  it('sent twice it starts once', async () => {
    const fields = { _csrf: admin.csrf(), _key: 'khoa-hai-lan', plan: plan.id, seed: '1' };
    const [first, second] = [await admin.post('/admin/rehearsals', fields), await admin.post('/admin/rehearsals', fields)];
    expect([first.location, second.location]).toEqual(['/admin/rehearsals/r1', '/admin/rehearsals/r1']);
    expect(rehearsals.asked).toHaveLength(1);
  });

  it('wrong figures, with everything typed kept', async () => {
    const shown = await begin({ units: '0', minutes: 'nhanh', seed: '-1' });
    expect(shown.status).toBe(422);
    expect(shown.$('.govuk-error-summary a').toArray().map((each) => shown.$(each).attr('href'))).toEqual(['#units', '#minutes', '#seed']);
    expect(shown.$('#minutes').val()).toBe('nhanh');
    expect((await begin({ plan: 'khong-co' })).$('.govuk-error-summary a').attr('href')).toBe('#plan');
    expect(rehearsals.asked).toEqual([]);
  });

  it('people who may not', async () => {
    await begin();
    const agency = await pages.visitor('agency', 'so-nv');
    expect([(await agency.get('/admin/rehearsals')).status, (await agency.get('/admin/rehearsals/r1')).status, (await agency.post('/admin/rehearsals/r1/stop', { _csrf: agency.csrf() })).status]).toEqual([403, 403, 403]);
    expect((await admin.get('/admin/rehearsals/khong-co')).status).toBe(404);
    expect(rehearsals.port.state('r1')?.status).toBe('starting');
  });

  it('a server that belongs to no whole system', async () => {
    const alone = await openTestPages();
    try {
      await alone.aYear();
      const shown = await (await alone.visitor('secretariat', 'so-tttt')).fill('/admin/rehearsals', '/admin/rehearsals', { plan: plan.id });
      expect(shown.$('.govuk-error-summary').text()).toContain('npm start');
    } finally {
      await alone.close();
    }
  });
});
