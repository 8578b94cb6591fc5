import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, otherUnit, planOfUnit, problem, unit, type Person, type TestApi, type Year } from '../support/api.ts';

describe('a draft', () => {
  let api: TestApi;
  let year: Year;
  let agency: Person;
  const content = planOfUnit();

  beforeAll(async () => {
    api = await openTestApi();
    year = await api.aYear();
    agency = await api.as('agency', unit);
  });
  afterAll(() => api.close());

  it('begins with what the record can fill in, and stores nothing for it', async () => {
    const first = await agency.get(`${year.plan}/draft`);
    expect(first.body).toMatchObject({ version: 0, origin: 'prefilled', savedAt: null, content: { kind: 'plan', unit, budgetTotal: null } });
    expect(first.body.content.targets.every(({ value }: { value: unknown }) => value === null)).toBe(true);
    expect(await api.record.read.drafts.find(first.body.duty)).toBeUndefined();
  });

  it('is saved under the version that was read, and shows what changed when another was there', async () => {
    expect((await agency.put(`${year.plan}/draft`, { content }, 0)).headers['etag']).toBe('"1"');
    const theirs = { ...content, symbol: '77/KH-SNV' };
    expect((await agency.put(`${year.plan}/draft`, { content: theirs }, 1)).body.version).toBe(2);
    const body = problem(await agency.put(`${year.plan}/draft`, { content: { ...content, budgetTotalInWords: 'một đồng' } }, 1), 'stale-version');
    expect(body.current).toMatchObject({ yours: { version: 1 }, current: { version: 2, content: { symbol: '77/KH-SNV' } }, changed: expect.arrayContaining(['/symbol', '/budgetTotalInWords']) });
    expect((await agency.get(`${year.plan}/draft`)).body).toMatchObject({ version: 2, content: { symbol: '77/KH-SNV' } });
  });

  it('keeps one of two that are saved at once', async () => {
    const answers = await Promise.all([1, 2].map((each) => agency.put(`${year.plan}/draft`, { content: { ...content, symbol: `${each}/KH` } }, 2)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('may have gaps; text is kept in NFC', async () => {
    const gaps = { ...content, targets: [], tasks: [], budget: [], budgetTotal: null, symbol: 'Đề án'.normalize('NFD') };
    expect((await agency.put(`${year.plan}/draft`, { content: gaps }, 3)).body.content.symbol).toBe('Đề án'.normalize('NFC'));
  });

  it('is the last submission after one that was sent without saving', async () => {
    api.clock.now += 60_000;
    await agency.post(`${year.plan}/submissions`, { content });
    problem(await agency.put(`${year.plan}/draft`, { content }, 4), 'wrong-stage');
    await agency.post(`${year.plan}/withdrawal`, { reason: 'Sửa' });
    expect((await agency.get(`${year.plan}/draft`)).body).toMatchObject({ version: 4, origin: 'submission', content: { symbol: content.symbol } });
  });

  it('is checked without storing anything', async () => {
    const before = await api.record.read.audit.lastId();
    const passing = await agency.post(`${year.plan}/check`, { content });
    expect(passing.body.verdict.counts.blocking).toBe(0);
    const gaps = await agency.post(`${year.plan}/check`, { content: { ...content, targets: content.targets.map((each) => ({ ...each, value: null })) } });
    expect(gaps.body.findings.length).toBeGreaterThan(passing.body.findings.length);
    expect(await api.record.read.audit.lastId()).toBe(before);
  });
});

describe('next year\'s draft', () => {
  it('begins with this year\'s approved plan: open tasks carried over, their dates to be set', async () => {
    const api = await openTestApi();
    const year = await api.aYear();
    const agency = await api.as('agency', unit);
    await agency.post(`${year.plan}/submissions`, { content: planOfUnit() });
    // The record as it stands when the year after begins.
    await api.record.write(async (tx) => {
      const duty = await tx.duties.find(`plan/${year.cycle}/${unit}`);
      if (!duty) throw new Error('no duty');
      await tx.duties.claim(duty.id, duty.version, { state: 'approved', approvedHash: duty.contentHash });
      const cycle = await tx.cycles.find(year.cycle);
      const last = await tx.planDocuments.latest('gia-lai-2022');
      if (!cycle || !last) throw new Error('no cycle');
      await tx.planDocuments.put('next', { ...last.plan, id: 'gia-lai-2023', year: 2023 });
      await tx.cycles.insert({ ...cycle, id: '2023-tinh', year: 2023, planId: 'gia-lai-2023', planHash: 'next', state: 'drafting' });
      await tx.cycleUnits.insertMany([{ cycle: '2023-tinh', unit, shard: 0, joinedOn: '2022-10-01', leftOn: null, reason: null }]);
      await tx.duties.insertMissing([{ ...duty, id: `plan/2023-tinh/${unit}`, cycle: '2023-tinh', state: 'draft', version: 1, submission: null, contentHash: null }]);
    });
    const { body } = await agency.get(`/cycles/2023-tinh/plans/${unit}/draft`);
    const own = planOfUnit().tasks.find(({ origin }) => origin === 'own');
    expect(body.content.tasks).toContainEqual({ ...own, id: `2022-${own?.id}`, start: null, due: null, origin: 'carried' });
    expect(body.content).toMatchObject({ year: 2023, budgetTotal: null, focalPoint: planOfUnit().focalPoint });
    problem(await (await api.as('agency', otherUnit)).get(`/cycles/2023-tinh/plans/${unit}/draft`), 'forbidden');
    await api.close();
  });
});
