import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLadder } from '../../domain/cycle.ts';
import { parts, plan } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let secretary: Visitor;
let at: string;
let number = 0;
beforeAll(async () => {
  pages = await openTestPages();
  secretary = await pages.visitor('secretariat', parts.secretariat);
});
beforeEach(async () => {
  number += 1;
  await secretary.fill('/cycles/new', '/cycles/new', { planId: plan.id, key: `nac-${number}` });
  at = `/cycles/new/${(await draft())?.id ?? ''}`;
});
afterAll(() => pages.close());

const draft = async () => (await pages.record.read.launchDrafts.listOpen()).find(({ content }) => content.key === `nac-${number}`);
const save = (fields: Parameters<Visitor['fill']>[2]): Promise<Shown> => secretary.fill(`${at}/reminders`, `${at}/reminders`, { button: 'next', ...fields });
const rows = (...typed: readonly (readonly [days: string, to: string, way?: string, may?: string])[]): Record<string, string[]> => ({
  'plan.days': typed.map(([days]) => days), 'plan.to': typed.map(([, to]) => to), 'plan.way': typed.map(([, , way = 'email']) => way), 'plan.may': typed.map(([, , , may = 'no']) => may),
});
const daysShown = ({ $ }: Shown): string[] => $('input[name="plan.days"]').toArray().map((each) => String($(each).val())).filter((each) => each !== '');

describe('the reminders of a launch', () => {
  it('keep channels and who may opt out, for each kind of duty', async () => {
    await save(rows(['-5', 'unit', 'both', 'yes'], ['0', 'unit'], ['0', 'deputy', 'zalo'], ['1', 'superior']));
    expect((await draft())?.content.ladder).toEqual({
      ...defaultLadder,
      plan: [{ days: -5, to: 'unit', channels: ['email', 'zalo'], mayOptOut: true }, { days: 0, to: 'unit' }, { days: 0, to: 'deputy', channels: ['zalo'] }, { days: 1, to: 'superior' }],
    });
    const again = await secretary.get(`${at}/reminders`);
    expect(again.$('select[name="plan.way"]').toArray().map((each) => again.$(each).val()).slice(0, 4)).toEqual(['both', 'email', 'zalo', 'email']);
    expect(again.$('select[name="plan.may"]').first().val()).toBe('yes');
  });

  it('are refused out of order, at the row that is wrong, with everything typed kept and nothing saved', async () => {
    const before = await draft();
    const shown = await save(rows(['-1', 'unit'], ['', 'unit'], ['-5', 'leader', 'both'], ['0', 'unit']));
    expect(shown.status).toBe(422);
    expect(shown.$('.govuk-error-summary a').toArray().map((each) => shown.$(each).attr('href'))).toEqual(['#plan.1']);
    expect(shown.$('[id="plan.1"]').val()).toBe('-5');
    expect(shown.$('[id="plan.1"]').closest('td').text()).toContain('Nấc -5 đứng sau một nấc muộn hơn; số ngày ở dòng này phải ≥ -1.');
    expect(daysShown(shown)).toEqual(['-1', '-5', '0']);
    expect(shown.$('select[name="plan.way"]').eq(1).val()).toBe('both');
    expect(await draft()).toEqual(before);
  });

  it.each([
    ['the same audience twice on a day', rows(['0', 'unit'], ['0', 'unit']), '#plan.1', 'một lần trong một ngày'],
    ['an opt-out of an escalation', rows(['0', 'unit'], ['1', 'leader', 'email', 'yes']), '#plan.1', 'từ chối thư đôn đốc'],
    ['days that are no number', rows(['0', 'unit'], ['mai', 'leader']), '#plan.1', 'số nguyên'],
    ['no rung at all', rows(['', 'unit']), '#plan', 'ít nhất một nấc'],
    ['too many rungs', rows(...Array.from({ length: 21 }, (_, days) => [String(days), 'unit'] as const)), '#plan', 'nhiều nhất ≤ 20'],
  ])('are refused with %s', async (_, fields, place, words) => {
    const before = await draft();
    const { status, $ } = await save(fields);
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe(place);
    expect($('.govuk-error-summary').text()).toContain(words);
    expect(await draft()).toEqual(before);
  });

  it('rest outside office hours as the form says, or not at all', async () => {
    await save({ 'quiet-rests': 'reminders', 'quiet-from': '18:30', 'quiet-until': '06:30' });
    expect((await draft())?.content.quietHours).toEqual({ from: '18:30', until: '06:30', all: false });
    await save({ 'quiet-rests': 'none' });
    expect((await draft())?.content.quietHours).toBeNull();
    const { status, $ } = await save({ 'quiet-rests': 'all', 'quiet-from': '07:00', 'quiet-until': '20:00' });
    expect([status, $('#quiet-from').val(), $('.govuk-error-summary a').attr('href')]).toEqual([422, '07:00', '#quiet-until']);
    expect((await save({ 'quiet-rests': 'all', 'quiet-from': '25:00', 'quiet-until': '06:00' })).$('.govuk-error-summary a').attr('href')).toBe('#quiet-from');
    expect((await draft())?.content.quietHours).toBeNull();
  });

  it('that would reach nobody are listed before the launch, with the way to the register', async () => {
    await pages.record.write((tx) => tx.contacts.replaceOf('so-nv', [{ unit: 'so-nv', part: 'leader', name: 'Giám đốc', email: 'giam.doc@so-nv.example' }]));
    await save(rows(['0', 'unit'], ['1', 'leader']));
    const { $ } = await secretary.get(`${at}/preview`);
    const leaders = $('#unreached li').toArray().map((each) => $(each).text()).find((text) => text.includes('lãnh đạo trong danh mục'));
    const { units = [] } = (await draft())?.content ?? {};
    const awaited = new Set([...units, ...Object.values(parts.appraisers), parts.leadAppraiser]);
    expect(leaders).toContain(`${awaited.size - 1} đơn vị chưa có lãnh đạo`);
    expect($('#unreached li a').first().attr('href')).toMatch(/^\/registers\/units\/.+\/contacts$/);
    expect($('#unreached').next().find('a').attr('href')).toBe('/registers/units');
  });

  it('are refused over the API with place, value and what is accepted, and no cycle is opened', async () => {
    const api = await pages.as('secretariat', parts.secretariat);
    const wrong = await api.post('/cycles', { planId: plan.id, key: 'sai', ladder: { report: [{ days: 0, to: 'unit' }, { days: -3, to: 'unit' }] } });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors).toEqual([expect.objectContaining({ pointer: '/ladder/report/1/days', code: 'rung-out-of-order', value: -3, accepted: '≥ 0' })]);
    const unknown = await api.post('/cycles', { planId: plan.id, key: 'sai', ladder: { directive: [{ days: 0, to: 'minister', channels: ['fax'] }] } });
    expect(unknown.body.errors).toEqual([
      expect.objectContaining({ pointer: '/ladder/directive/0/to', value: 'minister', accepted: 'unit | deputy | leader | superior | secretariat | committee' }),
      expect.objectContaining({ pointer: '/ladder/directive/0/channels/0', value: 'fax', accepted: 'email | zalo' }),
    ]);
    expect(await pages.record.read.cycles.find('2022-sai')).toBeUndefined();
  });
});
