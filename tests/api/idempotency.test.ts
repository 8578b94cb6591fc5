import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { openTestApi, parts, planOfUnit, plan, problem, unit, type Person, type TestApi, type Year } from '../support/api.ts';

describe('an idempotency key', () => {
  let api: TestApi;
  let year: Year;
  let agency: Person;
  let secretariat: Person;
  const content = planOfUnit();

  beforeAll(async () => {
    api = await openTestApi();
    year = await api.aYear();
    agency = await api.as('agency', unit);
    secretariat = await api.as('secretariat', parts.secretariat);
  });
  afterAll(() => api.close());

  it('makes of a double click one submission with one receipt', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const before = await api.record.read.audit.lastId();
    const clicks = await Promise.all([1, 2, 3].map(() => agency.post(`${year.plan}/submissions`, { content }, key)));
    const later = await agency.post(`${year.plan}/submissions`, { content }, key);
    for (const answer of [...clicks, later]) expect([answer.status, answer.body]).toEqual([201, clicks[0]?.body]);
    expect(later.headers['idempotency-replayed']).toBe('true');
    expect(await api.record.read.submissions.listOf(planDutyId(year.cycle, unit))).toHaveLength(1);
    expect(await api.record.read.audit.lastId()).toBe(before + 1);
  });

  it('is refused with another body, and by another address', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await secretariat.post(`${year.plan}/reminder`, { message: 'Nhắc' }, key)).status).toBe(201);
    problem(await secretariat.post(`${year.plan}/reminder`, { message: 'Nhắc nữa' }, key), 'idempotency-mismatch');
    problem(await secretariat.post(`/cycles/${year.cycle}/plans/so-yt/reminder`, { message: 'Nhắc' }, key), 'idempotency-mismatch');
    expect(await api.record.read.reminders.count({ cycle: year.cycle })).toBe(1);
  });

  it('of one person says nothing to another', async () => {
    const key = { 'idempotency-key': 'one-two-three' };
    const other = await api.as('agency', 'so-yt');
    const [mine, theirs] = [await agency.post(`${year.plan}/withdrawal`, { reason: 'x' }, key), await other.post(`/cycles/${year.cycle}/plans/so-yt/submissions`, { content: planOfUnit('so-yt') }, key)];
    expect([mine.status, theirs.status]).toEqual([200, 201]);
  });

  it('of a refused act stays free for the next try', async () => {
    const key = { 'idempotency-key': randomUUID() };
    problem(await agency.post(`${year.plan}/withdrawal`, { reason: 'x' }, key), 'wrong-stage');
    expect((await agency.post(`${year.plan}/submissions`, { content }, { 'idempotency-key': randomUUID() })).status).toBe(201);
    expect((await agency.post(`${year.plan}/withdrawal`, { reason: 'x' }, key)).status).toBe(200);
  });

  it('launches one year, however often it is sent', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const twice = await Promise.all([1, 2].map(() => secretariat.post('/cycles', { planId: plan.id, key: 'hai' }, key)));
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    expect(twice[1]?.body).toEqual(twice[0]?.body);
    problem(await secretariat.post('/cycles', { planId: plan.id, key: 'hai' }), 'already-exists');
  });
});
