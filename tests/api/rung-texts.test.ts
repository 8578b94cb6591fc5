import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rungTextRoutes } from '../../api/routes/rung-texts.ts';
import type { LaunchDraft } from '../../domain/launch-draft.ts';
import { openTestApi, parts, plan, problem, unit, type Answer, type Person, type TestApi } from '../support/api.ts';

let api: TestApi;
let secretary: Person;
const ok = ({ status, body, text }: Answer): Answer['body'] => {
  if (status >= 300) throw new Error(text);
  return body;
};
const words = {
  vi: { subject: 'Khẩn: {{unit}} nộp {{what}} chậm nhất {{due}}', body: 'Kế hoạch năm {{year}} trình Ủy ban nhân dân tỉnh ngay sau hạn.\nĐề nghị cử người trực.' },
  en: { subject: 'Urgent: {{what}} of {{unit}} by {{due}}', body: '' },
};
const named = { name: 'Nhắc khẩn', words };
const at = '/rung-texts/khan';
const naming = (text: string) => ({ plan: [{ days: -1, to: 'unit' }, { days: 0, to: 'unit', text }] });

beforeAll(async () => {
  api = await openTestApi();
  secretary = await api.as('secretariat', parts.secretariat);
});
afterAll(() => api.close());

describe('texts of the secretariat’s own', () => {
  it('are added, changed with every change kept, and never over somebody else’s words', async () => {
    expect(ok(await secretary.put(at, named, 0))).toMatchObject({ key: 'khan', version: 1, isRetired: false, words });
    problem(await secretary.put(at, named, 0), 'stale-version');
    ok(await secretary.put(at, { ...named, name: 'Nhắc rất khẩn' }, 1));
    expect(ok(await secretary.get(at))).toMatchObject({ version: 2, name: 'Nhắc rất khẩn', savedBy: `secretariat ${parts.secretariat}`, uses: [], drafts: [], history: [{ version: 2 }, { version: 1, name: 'Nhắc khẩn' }] });
    expect(ok(await secretary.get('/rung-texts')).items).toMatchObject([{ key: 'khan', version: 2 }]);
    expect((await api.record.read.audit.list({ act: 'saveRungText' }, {})).items.filter(({ outcome }) => outcome === 'done').map(({ subject }) => subject)).toEqual(['rung-text:khan', 'rung-text:khan']);
  });

  it.each([
    ['vi', 'subject', 'Hạn {{due}} của {{donvi}}', 'mail-text-figure', 'donvi'], ['en', 'subject', '{{unit}} {{what}}', 'mail-text-needs', 'due'], ['vi', 'subject', '{{unit}} {{what}}\nBcc: {{due}}', 'line-break', 'khan'],
    ['vi', 'body', 'Số tiền {{budget}}', 'mail-text-figure', 'budget'], ['en', 'body', 'x'.repeat(1_001), 'mail-text-long', 1_001], ['en', 'subject', '', 'mail-text-empty', 'khan'],
  ] as const)('are refused when the %s %s is %j', async (language, part, text, code, value) => {
    const { errors } = problem(await secretary.put(at, { ...named, words: { ...words, [language]: { ...words[language], [part]: text } } }, 2), 'invalid-input');
    expect(errors).toMatchObject([{ pointer: `/${language}/${part}`, code, value }]);
    expect(ok(await secretary.get(at)).version).toBe(2);
  });

  it('are shown on a real unit, also before they are saved', async () => {
    expect(ok(await secretary.post(`${at}/preview`, {}))).toBeNull();
    await api.aYear();
    const { letters } = ok(await secretary.post(`${at}/preview`, { unit: 'so-nv' }));
    expect([letters.vi.subject, letters.en.subject]).toEqual(['Khẩn: Sở Nội vụ nộp kế hoạch năm 2022 chậm nhất 29/10/2021', 'Urgent: plan for 2022 of Sở Nội vụ by 29 October 2021']);
    expect(letters.vi.text).toContain('- Khẩn: Sở Nội vụ nộp kế hoạch năm 2022 chậm nhất 29/10/2021.\n  Kế hoạch năm 2022 trình Ủy ban nhân dân tỉnh ngay sau hạn.\n  Đề nghị cử người trực.\n  Còn 3 ngày làm việc.');
    expect(letters.vi.html).toContain('ngay sau hạn.<br>Đề nghị cử người trực.');
    const typed = { ...words, vi: { subject: '{{what}} {{unit}} {{due}}', body: '' } };
    expect(ok(await secretary.post('/rung-texts/chua-co/preview', { words: typed, unit: 'so-nv' })).letters.vi.subject).toBe('kế hoạch năm 2022 Sở Nội vụ 29/10/2021');
    problem(await secretary.post('/rung-texts/chua-co/preview', {}), 'not-found');
  });
});

describe('a rung that names a text', () => {
  it('nobody knows is refused when the ladder is saved, with row, value and what is accepted', async () => {
    const errors = [expect.objectContaining({ pointer: '/ladder/plan/1/text', code: 'unknown-text', value: 'khac', accepted: 'khan' })];
    const draft: LaunchDraft = ok(await secretary.post('/launch-drafts', { planId: plan.id, key: 'loi-la' }));
    expect(problem(await secretary.send('patch', `/launch-drafts/${draft.id}`, { ladder: { ...draft.content.ladder, ...naming('khac') } }, { 'if-match': '"1"' }), 'invalid-input').errors).toEqual(errors);
    expect(problem(await secretary.post('/cycles', { planId: plan.id, key: 'loi-la', ladder: naming('khac') }), 'invalid-input').errors).toEqual(errors);
    expect(await api.record.read.cycles.find('2022-loi-la')).toBeUndefined();
  });

  it('retired since it was saved is refused at the launch; until then the draft is listed with the text', async () => {
    const draft: LaunchDraft = ok(await secretary.post('/launch-drafts', { planId: plan.id, key: 'loi-cu' }));
    ok(await secretary.send('patch', `/launch-drafts/${draft.id}`, { ladder: { ...draft.content.ladder, ...naming('khan') } }, { 'if-match': '"1"' }));
    expect(ok(await secretary.get(at))).toMatchObject({ uses: [], drafts: [{ id: draft.id, kinds: ['plan'] }] });
    expect(ok(await secretary.post(`${at}/retirement`, { isRetired: true }, { 'if-match': '"2"' }))).toMatchObject({ version: 3, isRetired: true });
    const fault = { pointer: '/ladder/plan/1/text', code: 'retired-text', value: 'khan', accepted: '–' };
    expect(ok(await secretary.get(`/launch-drafts/${draft.id}/preview`)).errors).toMatchObject([fault]);
    expect(problem(await secretary.post(`/launch-drafts/${draft.id}/launch`, undefined, { 'if-match': '"2"' }), 'invalid-input').errors).toMatchObject([fault]);
    ok(await secretary.post(`${at}/retirement`, { isRetired: false }, { 'if-match': '"3"' }));
    expect(ok(await secretary.post(`/launch-drafts/${draft.id}/launch`, undefined, { 'if-match': '"2"' }))).toMatchObject({ settings: { ladder: { plan: [{}, { days: 0, text: 'khan' }] } } });
  });

  it('of a running year keeps it: retiring is refused and says where it is used', async () => {
    const { version, uses } = ok(await secretary.get(at));
    expect(uses).toMatchObject([{ id: '2022-loi-cu', kinds: ['plan'] }]);
    expect(problem(await secretary.post(`${at}/retirement`, { isRetired: true }, { 'if-match': `"${version}"` }), 'invalid-input').errors).toMatchObject([{ pointer: '/isRetired', code: 'text-in-use', value: 'khan', accepted: expect.stringContaining('(plan)') }]);
    expect(ok(await secretary.get(at)).version).toBe(version);
  });
});

it('own texts are the secretariat’s and the administration’s', async () => {
  const agency = await api.as('agency', unit);
  problem(await agency.get('/rung-texts'), 'forbidden');
  problem(await agency.put('/rung-texts/cua-toi', named, 0), 'forbidden');
  problem(await secretary.get('/rung-texts/khong-co'), 'not-found');
  problem(await secretary.post('/rung-texts/khong-co/retirement', { isRetired: true }, { 'if-match': '"0"' }), 'not-found');
});

it('every route about own texts was reached', () => {
  expect(rungTextRoutes.map(({ name }) => name).filter((name) => !api.succeeded.has(name))).toEqual([]);
});
