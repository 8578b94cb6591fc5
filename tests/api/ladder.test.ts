import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ladderRoutes } from '../../api/routes/ladder.ts';
import { defaultLadder } from '../../domain/cycle.ts';
import { directiveWorkflowId, planDutyId } from '../../domain/ids.ts';
import { openTestApi, parts, plan, problem, unit, type Answer, type Person, type TestApi } from '../support/api.ts';

let api: TestApi;
let secretary: Person;
let cycle: string;
const ok = ({ status, body, text }: Answer): Answer['body'] => {
  if (status >= 300) throw new Error(text);
  return body;
};
const reason = 'Kỳ họp dời lên sớm hơn';
const at = () => `/cycles/${cycle}/ladder`;
const told = async (wanted: string) => (await api.record.write((tx) => tx.outbox.lease('test', 5_000, Date.now(), Date.now()))).filter(({ act }) => act === wanted).map(({ workflowId }) => workflowId);
const now = async () => {
  const { version, settings } = ok(await secretary.get(`/cycles/${cycle}`));
  return { version, ladder: settings.ladder, earlier: settings.earlierLadders };
};

beforeAll(async () => {
  api = await openTestApi();
  secretary = await api.as('secretariat', parts.secretariat);
  ({ cycle } = await api.aYear());
  const committee = await api.as('committee', parts.committee);
  ok(await committee.post(`/cycles/${cycle}/directives`, { text: 'Rà soát', unit, due: '2022-08-31' }));
});
afterAll(() => api.close());

describe('the ladder of a running year', () => {
  const plans = [{ days: -9, to: 'unit' }, { days: -5, to: 'unit', mayOptOut: true }, { days: 0, to: 'unit' }];

  it('is shown as it would be, and stays', async () => {
    const before = await now();
    const shown = ok(await secretary.post(`${at()}/preview`, { ladder: { plan: plans } }));
    expect(shown).toMatchObject({ changed: ['plan'], open: { duties: plan.units.length, directives: 1 }, conclusions: { moved: 0, atOnce: 0 } });
    expect(await now()).toEqual(before);
  });

  it('is changed in one act with its reason, and tells every open plan and directive', async () => {
    const { version } = await now();
    expect(ok(await secretary.post(at(), { ladder: { plan: plans }, reason }, { 'if-match': `"${version}"` }))).toMatchObject({ version: version + 1, settings: { ladder: { ...defaultLadder, plan: plans } } });
    expect((await now()).earlier).toEqual([{ until: expect.any(Number), ladder: { plan: defaultLadder.plan } }]);
    expect((await told('ladderChanged')).toSorted()).toEqual([...plan.units.map((each) => planDutyId(cycle, each)), directiveWorkflowId(cycle, 1)].toSorted());
    const [row] = (await api.audit()).filter(({ act }) => act === 'changeLadder');
    expect(row).toMatchObject({ cycle, subject: cycle, outcome: 'done', details: { reason, kinds: ['plan'], was: { plan: defaultLadder.plan }, is: { plan: plans } } });
  });

  it('is changed once, however often it is sent', async () => {
    const { version } = await now();
    const body = { ladder: { report: [{ days: 0, to: 'unit' }] }, reason };
    const [first, second] = [await secretary.post(at(), body, { 'idempotency-key': 'doi-mot-lan' }), await secretary.post(at(), body, { 'idempotency-key': 'doi-mot-lan' })];
    expect([first.status, second.body]).toEqual([200, first.body]);
    ok(await secretary.post(at(), body, { 'idempotency-key': 'doi-lan-nua' }));
    expect((await now()).version).toBe(version + 1);
  });

  it.each([
    ['rungs out of order', { plan: [{ days: 0, to: 'unit' }, { days: -3, to: 'unit' }] }, { pointer: '/ladder/plan/1/days', code: 'rung-out-of-order', value: -3 }],
    ['an opt-out of an escalation', { report: [{ days: 1, to: 'leader', mayOptOut: true }] }, { pointer: '/ladder/report/0/mayOptOut', code: 'not-for-escalations' }],
    ['no rung', { directive: [] }, { pointer: '/ladder/directive', code: 'no-rungs' }],
    ['a text that is none', { plan: [{ days: 0, to: 'unit', text: 'khong-co' }] }, { pointer: '/ladder/plan/0/text', code: 'unknown-text', value: 'khong-co' }],
  ])('is refused with %s, in the preview too, and stays', async (_, ladder, fault) => {
    const before = await now();
    expect(problem(await secretary.post(at(), { ladder, reason }), 'invalid-input').errors).toMatchObject([fault]);
    expect(problem(await secretary.post(`${at()}/preview`, { ladder }), 'invalid-input').errors).toMatchObject([fault]);
    expect(await now()).toEqual(before);
  });

  it('is refused without a reason, over somebody else’s change, and by anybody but the secretariat', async () => {
    const before = await now();
    expect(problem(await secretary.post(at(), { ladder: { plan: defaultLadder.plan }, reason: ' ' }), 'invalid-input').errors).toMatchObject([{ pointer: '/reason' }]);
    problem(await secretary.post(at(), { ladder: { plan: defaultLadder.plan }, reason }, { 'if-match': '"1"' }), 'stale-version');
    for (const [role, of] of [['agency', unit], ['committee', parts.committee], ['approver', parts.approver], ['administrator', unit]] as const) {
      const other = await api.as(role, of);
      problem(await other.post(at(), { ladder: { plan: defaultLadder.plan }, reason }), 'forbidden');
      problem(await other.post(`${at()}/preview`, { ladder: {} }), 'forbidden');
    }
    problem(await secretary.post('/cycles/2022-khong-co/ladder', { ladder: {}, reason }), 'not-found');
    expect(await now()).toEqual(before);
  });

  it('of a year that is over is not changed any more', async () => {
    ok(await secretary.post(`/cycles/${cycle}/cancel`, { reason }));
    problem(await secretary.post(at(), { ladder: { plan: defaultLadder.plan }, reason }), 'wrong-stage');
    problem(await secretary.post(`${at()}/preview`, { ladder: {} }), 'wrong-stage');
  });
});

it('every route of the ladder was reached', () => {
  expect(ladderRoutes.map(({ name }) => name).filter((name) => !api.succeeded.has(name))).toEqual([]);
});
