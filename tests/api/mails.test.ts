import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTextRoutes } from '../../api/routes/mail-texts.ts';
import { mailTextSpecs } from '../../domain/mail-texts.ts';
import { openTestApi, parts, problem, type Answer, type Person, type TestApi } from '../support/api.ts';

let api: TestApi;
let secretary: Person;
const ok = ({ status, body, text }: Answer): Answer['body'] => {
  if (status >= 300) throw new Error(text);
  return body;
};

beforeAll(async () => {
  api = await openTestApi();
  secretary = await api.as('secretariat', parts.secretariat);
});
afterAll(() => api.close());

const key = 'reminder.plan';
const words = { vi: 'Đề nghị {{unit}} gửi {{what}} trước ngày {{due}}', en: 'Please send the {{what}} of {{unit}} by {{due}}' };

describe('words of mails', () => {
  it('cannot be seen on a year before there is one', async () => {
    expect(ok(await secretary.post(`/mail-texts/${key}/preview`, {}))).toBeNull();
  });

  it('are listed with what they may name', async () => {
    const { items } = ok(await secretary.get('/mail-texts'));
    expect(items.map((each: { key: string }) => each.key)).toEqual([...mailTextSpecs.keys()]);
    expect(items[0]).toMatchObject({ key, figures: ['what', 'unit', 'due'], version: 0, words: { vi: { isChanged: false } } });
  });

  it('are tried on a real unit, changed, and go back to the original', async () => {
    await api.aYear();
    const { letters, unit } = ok(await secretary.post(`/mail-texts/${key}/preview`, { words: { vi: words.vi }, unit: 'so-nv' }));
    expect([unit, letters.vi.subject, letters.en.subject]).toEqual(['so-nv', 'Đề nghị Sở Nội vụ gửi kế hoạch năm 2022 trước ngày 29/10/2021', 'Reminder: Sở Nội vụ submits its plan for 2022 by 29 October 2021']);
    expect(letters.vi.text).toContain('Còn 3 ngày làm việc.');
    expect(ok(await secretary.get(`/mail-texts/${key}`)).version).toBe(0);
    expect(ok(await secretary.put(`/mail-texts/${key}`, words, 0))).toMatchObject({ version: 1, savedBy: `secretariat ${parts.secretariat}`, words: { vi: { text: words.vi, isChanged: true } } });
    problem(await secretary.put(`/mail-texts/${key}`, words, 0), 'stale-version');
    expect(ok(await secretary.put(`/mail-texts/${key}`, { vi: null, en: words.en }, 1))).toMatchObject({ version: 2, words: { vi: { isChanged: false }, en: { isChanged: true } } });
    expect(ok(await secretary.get(`/mail-texts/${key}`)).history).toMatchObject([{ version: 2, words: { vi: null } }, { version: 1, words }]);
    expect((await api.record.read.audit.list({ act: 'saveMailText' }, {})).items.filter(({ outcome }) => outcome === 'done').map(({ subject, details }) => [subject, details['version']])).toEqual([[`mail-text:${key}`, 2], [`mail-text:${key}`, 1]]);
  });

  it.each([...mailTextSpecs.keys()])('%s can be seen on a year', async (each) => {
    const { letters } = ok(await secretary.post(`/mail-texts/${each}/preview`, {}));
    for (const { subject, text, html } of [letters.vi, letters.en]) expect(`${subject}${text}${html}`).not.toMatch(/\{\{|undefined/);
  });

  it.each([
    ['', 'mail-text-empty', key], ['Hạn {{due}} của {{donvi}}', 'mail-text-figure', 'donvi'], ['{{unit}} {{what}}', 'mail-text-needs', 'due'], ['{{unit}} {{what}} {{due}', 'mail-text-braces', key],
    [`{{unit}} {{what}} {{due}} ${'x'.repeat(200)}`, 'mail-text-long', 226], ['{{unit}} {{what}}\nBcc: {{due}}', 'line-break', key],
  ])('%j are refused as %s', async (vi, code, value) => {
    const { errors } = problem(await secretary.put(`/mail-texts/${key}`, { ...words, vi }, 2), 'invalid-input');
    expect(errors).toMatchObject([{ pointer: '/vi', code, value }]);
    expect(ok(await secretary.get(`/mail-texts/${key}`)).version).toBe(2);
  });

  it('that nobody knows, or a unit that is none, are refused', async () => {
    problem(await secretary.get('/mail-texts/reminder.gift'), 'not-found');
    expect(problem(await secretary.post(`/mail-texts/${key}/preview`, { unit: 'khong-co' }), 'invalid-input').errors).toMatchObject([{ pointer: '/unit', value: 'khong-co' }]);
    expect(problem(await secretary.post(`/mail-texts/${key}/preview`, { cycle: '1999-xa' }), 'invalid-input').errors).toMatchObject([{ pointer: '/cycle', value: '1999-xa' }]);
  });
});

it('every route about mails was reached', () => {
  expect(mailTextRoutes.map(({ name }) => name).filter((name) => !api.succeeded.has(name))).toEqual([]);
});
