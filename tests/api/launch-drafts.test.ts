import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDraftRoutes } from '../../api/routes/launch-drafts.ts';
import type { LaunchDraft } from '../../domain/launch-draft.ts';
import { openTestApi, parts, plan, problem, unit, type Answer, type Person, type TestApi } from '../support/api.ts';
import { aPdf } from '../support/files.ts';

let api: TestApi;
let secretariat: Person;
beforeAll(async () => {
  api = await openTestApi();
  secretariat = await api.as('secretariat', parts.secretariat);
});
afterAll(() => api.close());

const begun = async (key: string, who = secretariat): Promise<LaunchDraft> => (await who.post('/launch-drafts', { planId: plan.id, key })).body;
const at = ({ id }: Pick<LaunchDraft, 'id'>): string => `/launch-drafts/${id}`;
const of = ({ version }: Pick<LaunchDraft, 'version'>) => ({ 'if-match': `"${version}"` });
const save = (draft: LaunchDraft, body: unknown): Promise<Answer> => secretariat.send('patch', at(draft), body, of(draft));
const upload = async (draft: LaunchDraft, name: string, bytes: Buffer): Promise<Answer> => {
  const answer = await request(api.app.express).post(`/api/v1${at(draft)}/files`).set('authorization', `Bearer ${secretariat.secret}`).attach('file', bytes, { filename: name });
  if (answer.status < 300) api.succeeded.add('addLaunchFile');
  return answer;
};

describe('a launch that programs prepare', () => {
  it('begins with what plan and calendar propose, keeps each step, says what it would set going, and opens the cycle', async () => {
    const draft = await begun('may');
    expect(draft).toMatchObject({ version: 1, state: 'draft', content: { units: plan.units, rehearsal: null, files: [] } });
    const saved: LaunchDraft = (await save(draft, { units: [unit, 'so-yt'], guidance: 'Theo đề cương.', rehearsal: { minutes: 45 } })).body;
    expect(saved).toMatchObject({ version: 2, content: { units: [unit, 'so-yt'], roles: plan.roles, rehearsal: { minutes: 45 } } });
    const withFile: LaunchDraft = (await upload(saved, 'Đề cương.pdf', aPdf())).body;
    const [file] = withFile.content.files;
    expect(file).toMatchObject({ name: 'Đề cương.pdf', kind: 'pdf' });
    expect((await secretariat.get('/launch-drafts')).body.items).toEqual([withFile]);
    expect((await secretariat.get(at(draft))).body).toEqual(withFile);
    const preview = (await secretariat.get(`${at(draft)}/preview`)).body;
    expect(preview).toMatchObject({ units: 2, targets: plan.targets.length, rehearsal: { minutes: 45 }, errors: [] });
    const bytes = await request(api.app.express).get(`/api/v1${at(draft)}/files/${file?.id}`).set('authorization', `Bearer ${secretariat.secret}`);
    expect([bytes.status, bytes.headers['content-type']]).toEqual([200, 'application/pdf']);
    api.succeeded.add('readLaunchFile');
    const opened = await secretariat.post(`${at(draft)}/launch`, undefined, of(withFile));
    expect(opened.body).toMatchObject({ id: '2022-may', rehearsal: true, guidance: 'Theo đề cương.' });
    expect((await secretariat.get('/cycles/2022-may/guidance/files')).body.items).toMatchObject([{ name: 'Đề cương.pdf', hash: file?.hash, cycle: '2022-may' }]);
    problem(await secretariat.get(at(draft)), 'not-found');
  });

  it('is launched once, however often it is sent with one key', async () => {
    const draft = await begun('mot');
    const [first, second] = [await secretariat.post(`${at(draft)}/launch`, undefined, { ...of(draft), 'idempotency-key': 'mot-lan-thoi' }), await secretariat.post(`${at(draft)}/launch`, undefined, { ...of(draft), 'idempotency-key': 'mot-lan-thoi' })];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect((await api.audit()).filter(({ act, cycle }) => act === 'launch' && cycle === '2022-mot')).toHaveLength(1);
  });

  it('is not saved over what somebody else has saved, nor by a wrong step', async () => {
    const draft = await begun('sua');
    await save(draft, { guidance: 'Của người khác' });
    problem(await save(draft, { guidance: 'Của tôi' }), 'stale-version');
    const now: LaunchDraft = (await secretariat.get(at(draft))).body;
    expect(now.content.guidance).toBe('Của người khác');
    const refused = async (body: unknown) => problem(await save(now, body), 'invalid-input').errors;
    expect(await refused({ rehearsal: { minutes: 'nhanh' } })).toMatchObject([{ pointer: '/rehearsal/minutes', code: 'type', value: 'nhanh', accepted: 'number' }]);
    expect(await refused({ rehearsal: { minutes: 601 } })).toMatchObject([{ pointer: '/rehearsal/minutes', code: 'too-big', value: 601, accepted: '≤ 600' }]);
    expect(await refused({ files: [] })).toMatchObject([{ pointer: '/files', code: 'unknown-field' }]);
    expect(await refused({ units: [] })).toMatchObject([{ pointer: '/units', code: 'empty' }]);
    problem(await secretariat.send('patch', at(now), { guidance: 'x' }), 'version-required');
    expect((await secretariat.get(at(draft))).body).toEqual(now);
  });

  it('takes a file sent twice once, and gives it up', async () => {
    const draft = await begun('tep');
    const [first, second]: readonly Answer[] = [await upload(draft, 'a.pdf', aPdf('a')), await upload(draft, 'a.pdf', aPdf('a'))];
    expect(second?.body).toEqual(first?.body);
    problem(await upload(draft, 'a.pdf', Buffer.from('MZ'.padEnd(500, 'x'))), 'invalid-input');
    const [file] = (first?.body as LaunchDraft).content.files;
    expect((await secretariat.send('delete', `${at(draft)}/files/${file?.id}`)).body.content.files).toEqual([]);
  });

  it('is dropped', async () => {
    const draft = await begun('bo');
    expect((await secretariat.send('delete', at(draft), undefined, { ...of(draft), 'idempotency-key': 'bo-mot-lan' })).body).toMatchObject({ state: 'dropped' });
    problem(await secretariat.get(at(draft)), 'not-found');
  });

  it('is the secretariat\'s alone', async () => {
    const draft = await begun('rieng');
    for (const role of ['agency', 'committee', 'approver'] as const) problem(await (await api.as(role, unit)).get(at(draft)), 'forbidden');
  });
});

it('where a second person must confirm, the one who proposed cannot; the other can, or it is taken back', async () => {
  const strict = await openTestApi({ launchNeedsSecondPerson: true });
  try {
    const [first, second] = [await strict.as('secretariat', parts.secretariat), await strict.as('secretariat', unit)];
    const draft = await begun('doi', first);
    problem(await first.post(`${at(draft)}/launch`, undefined, of(draft)), 'needs-second-person');
    const proposed: LaunchDraft = (await first.post(`${at(draft)}/proposal`, undefined, of(draft))).body;
    expect(proposed).toMatchObject({ state: 'waiting', proposedBy: first.id });
    const back: LaunchDraft = (await first.send('delete', `${at(draft)}/proposal`, undefined, { ...of(proposed), 'idempotency-key': 'rut-mot-lan' })).body;
    const again: LaunchDraft = (await first.post(`${at(draft)}/proposal`, undefined, of(back))).body;
    problem(await first.post(`${at(draft)}/launch`, undefined, of(again)), 'needs-second-person');
    expect((await second.post(`${at(draft)}/launch`, undefined, of(again))).body).toMatchObject({ id: '2022-doi', state: 'guidance' });
    // The way without a draft asks the same: of a year, and of a rehearsal that people act in; not of one that is played.
    problem(await first.post('/cycles', { planId: plan.id, key: 'thang' }), 'needs-second-person');
    problem(await first.post('/cycles', { planId: plan.id, key: 'tap', rehearsal: { minutes: 30 } }), 'needs-second-person');
    expect((await first.post('/cycles', { planId: plan.id, key: 'dien', rehearsal: { clock: { kind: 'identity' } } })).status).toBe(201);
    for (const name of strict.succeeded) api.succeeded.add(name);
  } finally {
    await strict.close();
  }
});

it('every route of launches in preparation was shown to work', () => {
  expect(launchDraftRoutes.map(({ name }) => name).filter((name) => !api.succeeded.has(name))).toEqual([]);
});
