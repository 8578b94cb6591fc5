import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, parts, planOfUnit, problem, unit, type Person, type TestApi, type Year } from '../support/api.ts';

describe('events of a cycle', () => {
  let api: TestApi;
  let year: Year;
  let server: Server;
  let secretariat: Person;

  beforeAll(async () => {
    api = await openTestApi();
    year = await api.aYear();
    secretariat = await api.as('secretariat', parts.secretariat);
    await new Promise<void>((done) => { server = api.app.express.listen(0, '127.0.0.1', () => done()); });
  });
  afterAll(async () => {
    server.close();
    await api.close();
  });

  /** Reads until `enough`; answers ids and acts. */
  function follow(headers: Readonly<Record<string, string>>, enough: (text: string) => boolean): Promise<{ type: string | undefined; acts: readonly string[]; ids: readonly number[] }> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const asked = get({ port, host: '127.0.0.1', path: `/api/v1/cycles/${year.cycle}/events`, headers: { authorization: `Bearer ${secretariat.secret}`, ...headers } }, (answer: IncomingMessage) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (!enough(text)) return;
          const data = [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json ?? '{}') as { act: string });
          resolve({ type: answer.headers['content-type'], acts: data.map(({ act }) => act), ids: [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)) });
          asked.destroy();
        });
        answer.on('error', reject);
      });
      asked.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)));
    });
  }

  it('come as they happen', async () => {
    const following = follow({}, (text) => text.includes('withdraw'));
    await new Promise((done) => setTimeout(done, 100));
    const agency = await api.as('agency', unit);
    await agency.post(`${year.plan}/submissions`, { content: planOfUnit() });
    await agency.post(`${year.plan}/withdrawal`, { reason: 'Sửa' });
    const { type, acts } = await following;
    expect(type).toContain('text/event-stream');
    expect(acts).toEqual(['submit', 'withdraw']);
  });

  it('go on where the reader broke off, with nothing lost or twice', async () => {
    const all = await follow({ 'last-event-id': '0' }, (text) => text.includes('"withdraw"'));
    expect(all.acts).toEqual(['launch', 'publishGuidance', 'submit', 'withdraw']);
    const rest = await follow({ 'last-event-id': String(all.ids[1]) }, (text) => text.includes('"withdraw"'));
    expect(rest.acts).toEqual(['submit', 'withdraw']);
  });

  it('end for who is locked meanwhile, before anything more is told', async () => {
    const committee = await api.as('committee', parts.committee);
    const { port } = server.address() as AddressInfo;
    const told = new Promise<string>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: `/api/v1/cycles/${year.cycle}/events`, headers: { authorization: `Bearer ${committee.secret}` } }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => { text += chunk.toString(); }).on('end', () => resolve(text)).on('error', reject);
        void lockAndAct().catch(reject);
      }).on('error', reject);
    });
    const lockAndAct = async (): Promise<void> => {
      await api.record.write((tx) => tx.accounts.update(committee.id, { lockedAt: api.clock.now }));
      await secretariat.post(`${year.plan}/extension`, { due: '2021-11-30', reason: 'Bão' });
    };
    expect(await told).toBe(': chu-trinh\n\n');
  });

  it('are not for units', async () => {
    problem(await (await api.as('agency', unit)).get(`/cycles/${year.cycle}/events`), 'forbidden');
  });
});
