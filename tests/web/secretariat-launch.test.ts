import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstPlanDuties } from '../../domain/opening.ts';
import { parts, plan, start } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let secretary: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  await pages.aYear();
  secretary = await pages.visitor('secretariat', parts.secretariat);
});
afterAll(() => pages.close());

const headOf = ({ $ }: Shown): string => $('h1').text();
const leadOf = ({ $ }: Shown): string => $('.page-head__lead').text();
const lastOf = async () => (await pages.record.read.launchDrafts.listOpen())[0];

/** A launch begun on the 2022 plan; where its steps are. */
async function aLaunch(key: string, who = secretary): Promise<string> {
  const begun = await who.fill('/cycles/new', '/cycles/new', { planId: plan.id, key, title: `Chu kỳ ${key}` });
  expect(headOf(begun)).toBe('Đơn vị');
  const draft = (await pages.record.read.launchDrafts.listOpen()).find(({ content }) => content.key === key);
  return `/cycles/new/${draft?.id ?? ''}`;
}

const step = (at: string, name: string, fields: Parameters<Visitor['fill']>[2] = {}, who = secretary): Promise<Shown> => who.fill(`${at}/${name}`, `${at}/${name}`, { button: 'next', ...fields });

describe('a launch in one sitting', () => {
  it('goes through every step by its forms alone, to the guidance published', async () => {
    const at = await aLaunch('mot');
    expect(leadOf(await secretary.get(`${at}/units`))).toMatch(/^37 trong \d+ đơn vị/);
    expect(headOf(await step(at, 'units'))).toBe('Thời hạn');
    expect(headOf(await step(at, 'dates', { draftsDue: '2021-11-01' }))).toBe('Phân công');
    expect(headOf(await step(at, 'roles', { 'appraisers.security': 'so-khcn' }))).toBe('Hướng dẫn');
    expect(headOf(await step(at, 'guidance', { guidance: 'Lập kế hoạch theo mẫu.' }))).toBe('Nhắc việc');
    const preview = await step(at, 'reminders', { 'plan.days': ['-7', '0', '', '3'], 'plan.to': ['unit', 'unit', 'unit', 'committee'], 'plan.may': ['no', 'no', 'no', 'no'] });
    expect(leadOf(preview)).toBe(`37 đơn vị, ${plan.targets.length} chỉ tiêu, nhắc việc đầu tiên vào thứ Năm, 21/10/2021.`);

    const opened = await secretary.fill(`${at}/preview`, `${at}/launch`);
    expect(leadOf(opened)).toContain('hướng dẫn chưa ban hành');
    const cycle = await pages.record.read.cycles.find('2022-mot');
    expect(cycle).toMatchObject({ title: 'Chu kỳ mot', state: 'guidance', guidance: 'Lập kế hoạch theo mẫu.', settings: { calendar: { draftsDue: '2021-11-01' }, roles: { appraisers: { security: 'so-khcn' } } } });
    expect(cycle?.settings.ladder.plan).toEqual([{ days: -7, to: 'unit' }, { days: 0, to: 'unit' }, { days: 3, to: 'committee' }]);

    const published = await secretary.fill('/cycles/2022-mot/guidance', '/cycles/2022-mot/guidance');
    expect(leadOf(published)).toBe('Đã mở việc cho 0 trong 37 đơn vị.');
    expect(published.$('noscript').html()).toContain('http-equiv="refresh"');
    expect((await pages.record.read.cycles.find('2022-mot'))?.state).toBe('drafting');
  });

  it('lists the units for the part that is being changed alone, and keeps a change while another part is opened', async () => {
    const at = await aLaunch('phan-cong');
    const lists = ({ $ }: Shown): readonly string[] => $('main select').map((_, each) => $(each).attr('name')).get();
    expect(lists(await secretary.get(`${at}/roles`))).toEqual([]);
    const opened = await step(at, 'roles', { button: 'open:approver' });
    expect([headOf(opened), lists(opened)]).toEqual(['Phân công', ['approver']]);
    const other = await step(at, 'roles', { approver: 'so-khcn', button: 'open:committee' });
    expect([lists(other), other.$('[name=approver]').val(), other.$('main').text()]).toEqual([['committee'], 'so-khcn', expect.stringContaining('Sở Khoa học và Công nghệ')]);
    expect((await lastOf())?.content.roles.approver).toBe('so-khcn');
    const unchosen = await step(at, 'roles', { committee: '' });
    expect([unchosen.status, lists(unchosen), unchosen.$('#committee-error').length]).toEqual([422, ['committee'], 1]);
    await secretary.fill(`${at}/preview`, `${at}/drop`);
  });

  it('shows how far the opening has come', async () => {
    const cycle = await pages.record.read.cycles.find('2022-mot');
    if (!cycle) throw new Error('no cycle');
    const members = await pages.record.read.cycleUnits.list(cycle.id);
    const calendar = await pages.app.desk.registers.calendar();
    await pages.record.write((tx) => tx.duties.insertMissing(firstPlanDuties(cycle, members.slice(0, 20), calendar, start)));
    expect(leadOf(await secretary.get('/cycles/2022-mot/progress'))).toBe('Đã mở việc cho 20 trong 37 đơn vị.');
    expect(JSON.parse((await secretary.get('/cycles/2022-mot/progress.json')).text)).toMatchObject({ opened: 20, total: 37, isDone: false });
  });

  it('leaves no draft behind, and opens one cycle however often the button was pressed', async () => {
    const at = await aLaunch('hai');
    const { $ } = await secretary.get(`${at}/preview`);
    const fields = Object.fromEntries($(`form[action="${at}/launch"]`).serializeArray().map(({ name, value }) => [name, value]));
    const answers = [await secretary.post(`${at}/launch`, fields), await secretary.post(`${at}/launch`, fields)];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([[303, '/cycles/2022-hai/progress'], [303, '/cycles/2022-hai/progress']]);
    expect((await secretary.get(`${at}/units`)).status).toBe(404);
    expect((await pages.audit()).filter(({ act, cycle }) => act === 'launch' && cycle === '2022-hai')).toHaveLength(1);
  });

  it('tells at once that the key of the cycle is taken', async () => {
    const { status, $ } = await secretary.fill('/cycles/new', '/cycles/new', { planId: plan.id, key: 'tinh', title: 'Tên đã gõ' });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe('#key');
    expect($('#title').val()).toBe('Tên đã gõ');
  });
});

describe('the steps', () => {
  let at: string;
  beforeAll(async () => {
    at = await aLaunch('buoc');
  });

  it('tick and untick a whole group without scripts, and keep what a search hides', async () => {
    const none = await step(at, 'units', { button: 'none:district/ubnd-cap-huyen' });
    expect(none.$('input[name=unit][value=ubnd-pleiku]').attr('checked')).toBeUndefined();
    expect((await lastOf())?.content.units).toHaveLength(20);
    const found = await step(at, 'units', { button: 'search', q: 'noi vu' });
    expect(found.$('.unit-list input')).toHaveLength(1);
    expect(found.$('input[type=hidden][name=unit]')).toHaveLength(19);
    await step(at, 'units', { button: 'all:district/ubnd-cap-huyen' });
    expect((await lastOf())?.content.units.length).toBeGreaterThanOrEqual(37);
  });

  it('refuse a launch without units', async () => {
    const { status, $ } = await step(at, 'units', { unit: [] });
    expect(status).toBe(422);
    expect($('.govuk-error-summary').text()).toContain('Cần chọn ít nhất một');
  });

  it('say beside each date why it is proposed', async () => {
    const { $ } = await secretary.get(`${at}/dates`);
    const why = (field: string): string => $(`[id="${field}"]`).closest('td').find('.date-why').text().trim();
    expect(why('draftsDue')).toBe('thứ Sáu, 29/10/2021: ngày của kế hoạch, là ngày làm việc');
    expect(why('periods.0.due')).toBe('thứ Hai, 21/3/2022: ngày làm việc sau Chủ nhật, 20/3/2022 (ngày nghỉ cuối tuần)');
  });

  it('keep every refused date that was typed, with its fault beside it, and change nothing', async () => {
    const before = await lastOf();
    const { status, $ } = await step(at, 'dates', { draftsDue: '2021-12-24', appraisalDue: '2021-11-30', 'periods.1.due': '2022-02-30' });
    expect(status).toBe(422);
    expect($('#draftsDue').val()).toBe('2021-12-24');
    expect($('[id="periods.1.due"]').val()).toBe('2022-02-30');
    expect($('.govuk-error-summary a').toArray().map((each) => $(each).attr('href'))).toEqual(['#periods.1.due']);
    const order = await step(at, 'dates', { draftsDue: '2021-12-24' });
    expect(order.$('#appraisalDue-error').text()).toContain('trước bước liền trước');
    expect(await lastOf()).toEqual(before);
  });

  it('refuse to overwrite what somebody else has saved meanwhile', async () => {
    const version = (await lastOf())?.version ?? 0;
    await step(at, 'guidance', { guidance: 'Bản của người khác' });
    const { status, $ } = await step(at, 'guidance', { guidance: 'Bản của tôi', version: String(version) });
    expect(status).toBe(412);
    expect($('#guidance').val()).toBe('Bản của tôi');
    expect((await lastOf())?.content.guidance).toBe('Bản của người khác');
  });

  it('tell in the preview what keeps it from being opened, and where that is mended', async () => {
    await step(at, 'roles', { approver: 'khong-co' });
    const { $ } = await secretary.get(`${at}/preview`);
    expect($('.finding--blocking a').attr('href')).toBe(`${at}/roles`);
    expect($(`form[action="${at}/launch"]`)).toHaveLength(0);
  });

  it('tell in the preview which dates have passed, which keeps nothing from being opened', async () => {
    const late = await aLaunch('tre-hen');
    const count = async (): Promise<number> => Number(/^\d+/.exec((await secretary.get(`${late}/preview`)).$('#past').text())?.[0] ?? 0);
    await step(late, 'dates', { guidance: '2021-12-01', draftsDue: '2021-12-15', appraisalDue: '2022-01-10', approvalDue: '2022-01-20' });
    const before = await count();
    await step(late, 'dates', { guidance: '2021-08-02' });
    expect([before, await count()]).toEqual([0, 1]);
    const { $ } = await secretary.get(`${late}/preview`);
    expect([$('dd .danger').length, $(`form[action="${late}/launch"]`).length]).toEqual([1, 1]);
    await secretary.fill(`${late}/preview`, `${late}/drop`);
  });

  it('are the secretariat\'s alone', async () => {
    for (const role of ['agency', 'committee', 'administrator'] as const) {
      const other = await pages.visitor(role, role === 'committee' ? parts.committee : 'so-nv');
      expect((await other.get('/cycles/new')).status, role).toBe(403);
      expect((await other.get(`${at}/units`)).status, role).toBe(403);
    }
  });
});

describe('where a second person must confirm', () => {
  it('waits for somebody else of the secretariat; who proposed it cannot confirm it', async () => {
    const strict = await openTestPages({ launchNeedsSecondPerson: true });
    try {
      const first = await strict.visitor('secretariat', parts.secretariat);
      const second = await strict.visitor('secretariat', 'so-nv');
      await first.fill('/cycles/new', '/cycles/new', { planId: plan.id, key: 'doi' });
      const [draft] = await strict.record.read.launchDrafts.listOpen();
      const at = `/cycles/new/${draft?.id ?? ''}`;
      expect((await first.get(`${at}/preview`)).$(`form[action="${at}/launch"]`)).toHaveLength(0);
      const proposed = await first.fill(`${at}/preview`, `${at}/propose`);
      expect(proposed.$('.state-note').text()).toContain('đang chờ người khác');
      const { $ } = await second.get(`${at}/preview`);
      const form = Object.fromEntries($(`form[action="${at}/launch"]`).serializeArray().map(({ name, value }) => [name, value]));
      const own = await first.get(`${at}/preview`);
      const hidden = Object.fromEntries(own.$('main form').first().serializeArray().map(({ name, value }) => [name, value]));
      const alone = await first.post(`${at}/launch`, { ...hidden, version: form['version'] ?? '' });
      expect(alone.status).toBe(409);
      expect(await strict.record.read.cycles.find('2022-doi')).toBeUndefined();
      expect((await second.fill(`${at}/preview`, `${at}/launch`)).status).toBe(200);
      expect((await strict.record.read.cycles.find('2022-doi'))?.state).toBe('guidance');
      const direct = await (await strict.as('secretariat', parts.secretariat)).post('/cycles', { planId: plan.id, key: 'ba' });
      expect(direct.body).toMatchObject({ code: 'needs-second-person' });
    } finally {
      await strict.close();
    }
  });
});
