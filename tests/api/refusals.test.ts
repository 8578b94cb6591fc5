import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDutyId, reportDutyId } from '../../domain/ids.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import { openTestApi, otherUnit, parts, plan, planOfUnit, problem, reportOfUnit, start, unit, type Answer, type Person, type TestApi, type Year } from '../support/api.ts';

describe('bad input gets a problem with code, place and what is possible now', () => {
  let api: TestApi;
  let year: Year;
  let agency: Person;
  const content = planOfUnit();

  beforeAll(async () => {
    api = await openTestApi();
    year = await api.aYear();
    await year.openReports('Q1');
    agency = await api.as('agency', unit);
  });
  afterAll(() => api.close());

  /** Everything the record holds of the unit's plan, and the newest audit row. */
  async function stored(): Promise<{ duty: unknown; draft: unknown; submissions: number; audit: number }> {
    const { read } = api.record;
    const id = planDutyId(year.cycle, unit);
    return { duty: await read.duties.find(id), draft: await read.drafts.find(id), submissions: (await read.submissions.listOf(id)).length, audit: await read.audit.lastId() };
  }

  /** Sends, expects the refusal, and that nothing was stored but the audit row of it. */
  async function refused(code: RefusalCode, send: () => Promise<Answer>, rows = 1): Promise<Answer['body']> {
    const before = await stored();
    const body = problem(await send(), code);
    expect(await stored()).toEqual({ ...before, audit: before.audit + rows });
    const newest = (await api.audit()).at(-1);
    if (rows > 0) expect(newest).toMatchObject({ outcome: 'refused', details: { code } });
    return body;
  }

  const submitting = (changed: unknown) => () => agency.post(`${year.plan}/submissions`, { content: changed });

  it('text where a number belongs', async () => {
    const body = await refused('invalid-input', submitting({ ...content, targets: [{ ...content.targets[0], value: 'chín mươi' }, ...content.targets.slice(1)] }));
    expect(body.errors).toMatchObject([{ pointer: '/targets/0/value', code: 'type', value: 'chín mươi', accepted: 'number' }]);
  });

  it('a field that the contract does not have', async () => {
    expect((await refused('invalid-input', submitting({ ...content, mood: 'good' }))).errors).toMatchObject([{ pointer: '/mood', code: 'unknown-field' }]);
  });

  it('a day that does not exist, and half a đồng', async () => {
    const body = await refused('invalid-input', submitting({ ...content, budgetTotal: 1.5, tasks: [{ ...content.tasks[0], due: '2022-02-30' }] }));
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual(expect.arrayContaining([['/tasks/0/due', 'date'], ['/budgetTotal', 'type']]));
  });

  it('a year that nobody can mean: pages and reminders count the days to it', async () => {
    const secretariat = await api.as('secretariat', parts.secretariat);
    for (const due of ['9999-12-31', '2101-01-01', '1899-12-31']) {
      const body = await refused('invalid-input', () => secretariat.post(`${year.plan}/extension`, { due, reason: 'Bão' }));
      expect(body.errors).toEqual([{ pointer: '/due', code: 'date-out-of-reach', value: due, accepted: '1900-01-01…2100-12-31' }]);
    }
  });

  it('a clock that runs out of years: every list of cycles shows the day on it', async () => {
    const secretariat = await api.as('secretariat', parts.secretariat);
    const point = (calendar: number, real: number) => ({ calendar: start + calendar, real: start + real });
    for (const segments of [[{ calendar: -9e15, real: 0 }, { calendar: 1, real: 9e15 }], [{ calendar: 0, real: 0 }, { calendar: 9e15, real: 1 }], [point(0, 0), point(365 * 86_400_000, 60_000)]]) {
      const body = await refused('invalid-input', () => secretariat.post('/cycles', { planId: plan.id, key: 'chay', units: [unit], rehearsal: { clock: { kind: 'segments', segments } } }));
      expect(body.errors).toEqual([{ pointer: '/rehearsal/clock/segments', code: 'clock-runs-away', accepted: '1900-01-01…2100-12-31' }]);
    }
  });

  it('a token until a day that no page could write', async () => {
    const body = await refused('invalid-input', () => agency.send('post', '/me/tokens', { name: 'Máy', expiresAt: 9e15 }));
    expect(body.errors).toMatchObject([{ pointer: '/expiresAt', code: 'date-out-of-reach' }]);
  });

  it('a reason that nobody can read', async () => {
    const secretariat = await api.as('secretariat', parts.secretariat);
    for (const reason of ['\u200b', '…', ' - ']) {
      const body = await refused('invalid-input', () => secretariat.post(`${year.plan}/extension`, { due: '2021-11-30', reason }));
      expect(body.errors).toMatchObject([{ pointer: '/reason', code: 'reason-required' }]);
    }
  });

  it('a numerator above its denominator', async () => {
    const report = reportOfUnit('Q1');
    const index = report.targets.findIndex(({ denominator }) => typeof denominator === 'number' && denominator > 0);
    const wrong = { ...report, targets: report.targets.map((figure, at) => (at === index ? { ...figure, numerator: (figure.denominator ?? 0) + 1 } : figure)) };
    const body = await refused('check-blocked', () => agency.post(`${year.report('Q1')}/submissions`, { content: wrong }));
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).join()).toContain(`/targets/${index}`);
    expect(body.errors[0]).toMatchObject({ rule: expect.any(String), message: { vi: expect.any(String), en: expect.any(String) }, fix: { vi: expect.any(String) } });
    expect(await api.record.read.submissions.listOf(reportDutyId(year.cycle, 'Q1', unit))).toEqual([]);
  });

  it('an unknown target', async () => {
    const body = await refused('unknown-target', submitting({ ...content, targets: [...content.targets, { target: 'ct-99-9', value: 1 }] }));
    expect(body.errors).toMatchObject([{ pointer: `/targets/${content.targets.length}/target`, value: 'ct-99-9' }]);
  });

  it('a document that is marked secret: no copy of it anywhere, and the secretariat can see that it happened', async () => {
    const marked = { ...content, sections: { ...content.sections, muc: 'TUYỆT MẬT\nKế hoạch phòng thủ' } };
    for (const send of [submitting(marked), () => agency.put(`${year.plan}/draft`, { content: marked }, 0), () => agency.post(`${year.plan}/check`, { content: marked })]) {
      const body = await refused('state-secret', send);
      expect(body.errors).toEqual([{ pointer: '/sections/muc', code: 'secret-mark' }]);
    }
    expect(JSON.stringify(await api.audit())).not.toContain('phòng thủ');
  });

  it('content of another unit', async () => {
    expect((await refused('invalid-input', submitting({ ...content, unit: otherUnit }))).errors).toMatchObject([{ pointer: '/unit', code: 'not-this-duty', value: otherUnit, accepted: unit }]);
  });

  it('a unit outside the cycle', async () => {
    const secretariat = await api.as('secretariat', parts.secretariat);
    await refused('not-in-cycle', () => secretariat.post(`/cycles/${year.cycle}/plans/khong-co/reminder`, {}));
  });

  it('an unknown cycle, and a report that is not open yet', async () => {
    problem(await agency.get(`/cycles/2022-khac/plans/${unit}`), 'not-found');
    await refused('not-found', () => agency.post(`${year.report('Q4')}/submissions`, { content: { ...reportOfUnit('Q4') } }));
  });

  it('a wrong stage, with what is possible', async () => {
    const body = await refused('wrong-stage', () => agency.post(`${year.plan}/withdrawal`, { reason: 'x' }));
    expect(body.possible).toContain('submit');
    expect(body.detail).toContain('draft');
  });

  it('a stale version of the draft', async () => {
    await agency.put(`${year.plan}/draft`, { content }, 0);
    const body = await refused('stale-version', () => agency.post(`${year.plan}/submissions`, {}, { 'if-match': '"7"' }));
    expect(body.current.current).toMatchObject({ version: 1 });
  });

  it('a closed period', async () => {
    await year.system(reportDutyId(year.cycle, 'Q1', otherUnit), 'closeMissing');
    const other = await api.as('agency', otherUnit);
    const body = await refused('period-closed', () => other.post(`${year.report('Q1', otherUnit)}/submissions`, { content: reportOfUnit('Q1', undefined, otherUnit) }));
    expect(body.possible).toContain('correct');
  });

  it('a wrong role and another unit', async () => {
    await refused('forbidden', async () => (await api.as('committee', parts.committee)).post(`${year.plan}/submissions`, { content }));
    await refused('forbidden', async () => (await api.as('agency', otherUnit)).post(`${year.plan}/submissions`, { content }));
  });

  it('no version, no key: nothing at all is stored', async () => {
    await refused('version-required', () => agency.post(`${year.plan}/submissions`, {}), 0);
    await refused('version-required', () => agency.send('put', `${year.plan}/draft`, { content }), 0);
    await refused('idempotency-key-required', () => agency.send('post', `${year.plan}/submissions`, { content }), 0);
  });

  it('10 MB, no JSON, broken JSON, another media type', async () => {
    const send = (body: string, type: string) => async (): Promise<Answer> => request(api.app.express).post(`/api/v1${year.plan}/check`).set({ authorization: `Bearer ${agency.secret}`, 'content-type': type }).send(body);
    expect((await refused('too-large', send(JSON.stringify({ content: 'x'.repeat(10_000_000) }), 'application/json'), 0)).figures.limit).toBe('1mb');
    await refused('malformed', send('{"content":', 'application/json'), 0);
    await refused('unsupported-media-type', send('a=b', 'application/x-www-form-urlencoded'), 0);
  });

  it('an unknown route, in the reader\'s language', async () => {
    expect(problem(await request(api.app.express).get('/api/v1/nothing').set('accept-language', 'en'), 'not-found').title).toBe('Not found');
    expect(problem(await request(api.app.express).post('/nothing').set('accept-language', 'fr, vi;q=0.5'), 'not-found').title).toBe('Không tìm thấy');
    problem(await agency.send('get', '/cycles/%E0%A4%A'), 'malformed');
  });

  it('a decision about content that has been replaced', async () => {
    const submitted = await agency.post(`${year.plan}/submissions`, { content });
    await year.startAppraisal();
    const appraiser = await api.as('appraiser', parts.appraisers.recurrent);
    const opinion = { answer: 'agree', reason: 'Phù hợp', contentHash: '0'.repeat(64) };
    await refused('stale-content', () => appraiser.post(`${year.plan}/opinions/recurrent`, opinion));
    const line = content.budget[0];
    const body = await refused('invalid-input', () => appraiser.post(`${year.plan}/opinions/recurrent`, { ...opinion, contentHash: submitted.body.hash, lines: [{ line: line?.id, asked: 1, agreed: 1 }, { line: 'kp-9', asked: 1, agreed: 1 }] }));
    expect(body.errors).toMatchObject([{ pointer: '/lines/0/asked', code: 'not-as-submitted' }, { pointer: '/lines/1/line', code: 'unknown-line' }]);
    await refused('forbidden', () => appraiser.post(`${year.plan}/opinions/investment`, { ...opinion, contentHash: submitted.body.hash }));
    await year.system(planDutyId(year.cycle, unit), 'requestConclusion');
    const lead = await api.as('appraiser', parts.leadAppraiser);
    await refused('stale-content', () => lead.post(`${year.plan}/conclusion`, { answer: 'fit', reason: 'x', contentHash: '0'.repeat(64) }));
  });

  it('a paused year', async () => {
    const secretariat = await api.as('secretariat', parts.secretariat);
    await secretariat.post(`/cycles/${year.cycle}/pause`, { reason: 'Bão' });
    const other = await api.as('agency', otherUnit);
    await refused('cycle-paused', () => other.post(`/cycles/${year.cycle}/plans/${otherUnit}/submissions`, { content: planOfUnit(otherUnit) }));
  });
});
