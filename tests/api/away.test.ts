import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '../../domain/refusals.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { openTestApi, planOfUnit, problem, unit, type TestApi, type Year } from '../support/api.ts';

describe('while the workflow server and the worker are away', () => {
  let api: TestApi;
  let year: Year;

  beforeAll(async () => {
    api = await openTestApi({ probe: () => Promise.reject(new Error('away')) });
    year = await api.aYear();
  });
  afterAll(() => api.close());

  it('submissions are recorded and answered, and their message waits', async () => {
    const before = await api.record.read.outbox.backlog(Date.now());
    const answer = await (await api.as('agency', unit)).post(`${year.plan}/submissions`, { content: planOfUnit() });
    expect(answer.body).toMatchObject({ duty: { state: 'submitted' } });
    expect((await api.record.read.outbox.backlog(Date.now())).count).toBe(before.count + 1);
  });

  it('readiness says that reminders and next steps wait, and stays 200', async () => {
    const answer = await request(api.app.express).get('/readyz');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ status: 'degraded', database: true, workflowServer: false, worker: false, message: { en: expect.stringContaining('reminders') } });
    expect((await request(api.app.express).get('/healthz')).body).toEqual({ status: 'alive' });
  });
});

describe('while the storage cannot be written', () => {
  it('nothing is acknowledged: 503 with when to try again, and reading goes on', async () => {
    const healthy = await openTestApi();
    await healthy.aYear();
    const full: RecordStore = { ...healthy.record, write: () => Promise.reject(new Refused('storage-unavailable')), isFailing: () => true };
    const { createApp } = await import('../../api/app.ts');
    const pino = (await import('pino')).default;
    const app = createApp({ record: full, files: healthy.app.desk.files, writeCalendar: healthy.app.desk.writeCalendar, mail: healthy.app.desk.mail, calendarFile: healthy.app.desk.calendarFile, check: healthy.app.desk.check, verifyAudit: async () => ({ rows: 0, intact: true }), rules: () => [], probe: async () => ({ server: true, worker: true }), logger: pino({ level: 'silent' }), version: 'test', now: () => healthy.clock.now });
    const agency = await healthy.as('agency', unit);
    const asked = request(app.express).post(`/api/v1/cycles/2022-tinh/plans/${unit}/submissions`).set({ authorization: `Bearer ${agency.secret}`, 'idempotency-key': 'k' }).send({ content: planOfUnit() });
    const answer = await asked;
    expect(problem(answer, 'storage-unavailable')).toMatchObject({ retry: true });
    expect(answer.headers['retry-after']).toBe('5');
    expect((await request(app.express).get('/api/v1/cycles').set('authorization', `Bearer ${agency.secret}`)).status).toBe(200);
    const { status, body } = await request(app.express).get('/readyz');
    expect([status, body]).toMatchObject([200, { status: 'degraded', database: false, standing: ['database'], message: { en: expect.stringContaining('room') } }]);
    await healthy.close();
  });

  it('readiness says 503 when the database cannot be read', async () => {
    const api = await openTestApi();
    await api.record.close();
    const answer = await request(api.app.express).get('/readyz');
    expect([answer.status, answer.body.status]).toEqual([503, 'unavailable']);
  });
});
