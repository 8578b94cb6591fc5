import { request as open, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearOrphans } from '../../api/use-cases/attachments.ts';
import type { Attachment } from '../../domain/attachment.ts';
import { otherUnit, parts, plan, problem, reportOfUnit, unit } from '../support/api.ts';
import { aDocx, aPdf } from '../support/files.ts';
import { until } from '../support/until.ts';
import { openUploads, type UploadsTest } from '../support/uploads.ts';

let test: UploadsTest;
beforeAll(async () => {
  test = await openUploads();
});
afterAll(() => test.api.close());

describe('an upload that breaks off', () => {
  let server: Server;
  beforeAll(() => new Promise<void>((done) => { server = test.api.app.express.listen(0, '127.0.0.1', () => done()); }));
  afterAll(() => server.close());

  it('leaves nothing', async () => {
    const before = await test.stored();
    const { port } = server.address() as AddressInfo;
    const sending = open({ port, host: '127.0.0.1', method: 'POST', path: `/api/v1${test.base}`, headers: { authorization: `Bearer ${test.agency.secret}`, 'content-type': 'multipart/form-data; boundary=x' } });
    sending.on('error', () => undefined);
    sending.write(`--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n${'x'.repeat(100_000)}`);
    await until('the upload to have begun', async () => (await test.stored()).incoming.length === 1);
    sending.destroy();
    await until('nothing to be left of it', async () => (await test.stored()).incoming.length === 0);
    expect((await test.stored()).kept).toEqual(before.kept);
  });

  it('that ends without its end is refused', async () => {
    const { port } = server.address() as AddressInfo;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 half';
      const sending = open({ port, host: '127.0.0.1', method: 'POST', path: `/api/v1${test.base}`, headers: { authorization: `Bearer ${test.agency.secret}`, 'content-type': 'multipart/form-data; boundary=x', 'content-length': body.length } }, (answer: IncomingMessage) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sending.on('error', reject);
      sending.end(body);
    });
    expect(status).toBe(400);
    expect((await test.stored()).incoming).toEqual([]);
  });
});

describe('who may', () => {
  it('add: the unit itself while its draft is open', async () => {
    for (const [role, of] of [['agency', otherUnit], ['secretariat', parts.secretariat], ['committee', parts.committee]] as const) problem(await test.send(await test.api.as(role, of), test.base, aPdf(), 'a.pdf'), 'forbidden');
    problem(await request(test.api.app.express).post(`/api/v1${test.base}`).attach('file', aPdf(), 'a.pdf'), 'not-signed-in');
    problem(await (await test.api.as('agency', otherUnit)).get(test.base), 'forbidden');
  });

  it('read: others only what was submitted; after that it stays, also when it is taken out of the next draft', async () => {
    const secretariat = await test.api.as('secretariat', parts.secretariat);
    const report = test.year.report('Q1');
    const task = aPdf('nop roi');
    const { file } = (await test.add(task, 'nop-roi.pdf', `?target=${test.target}`)).body as { file: Attachment };
    expect((await test.listed(secretariat)).map(({ id }) => id)).not.toContain(file.id);
    problem(await test.download(secretariat, `${test.base}/${file.id}`).then((answer) => ({ ...answer, body: JSON.parse(String(answer.body)) })), 'not-found');

    const content = reportOfUnit('Q1');
    const filled = { ...content, targets: content.targets.map((each) => (each.target === test.target ? { ...each, evidence: [`file:${file.id}`] } : each)) };
    expect((await test.agency.post(`${report}/submissions`, { content: filled })).status).toBe(201);
    expect((await test.listed(secretariat)).map(({ id }) => id)).toContain(file.id);
    expect((await test.download(secretariat, `${test.base}/${file.id}`)).status).toBe(200);
    problem(await test.add(aPdf('muon'), 'muon.pdf'), 'wrong-stage');
    problem(await test.agency.send('delete', `${test.base}/${file.id}`), 'wrong-stage');

    await secretariat.post(`${report}/return`, { reason: 'Thiếu', pinned: [] });
    expect((await test.agency.send('delete', `${test.base}/${file.id}`)).status).toBe(200);
    expect(await test.evidence()).toEqual([]);
    expect((await test.listed(secretariat)).find(({ id }) => id === file.id)).toMatchObject({ removedAt: test.api.clock.now });
    expect((await test.download(secretariat, `${test.base}/${file.id}`)).status).toBe(200);
    expect((await test.add(task, 'nop-roi.pdf', `?target=${test.target}`)).body.file).toMatchObject({ id: file.id, removedAt: null });
  });

  it('not refer to a file that the report does not have', async () => {
    const content = reportOfUnit('Q1');
    const invented = { ...content, targets: content.targets.map((each, index) => (index === 1 ? { ...each, evidence: ['Công văn 1', 'file:0123456789abcdef'] } : each)) };
    const expected = [{ pointer: '/targets/1/evidence/1', code: 'unknown-file', value: 'file:0123456789abcdef' }];
    const report = test.year.report('Q1');
    expect(problem(await test.agency.post(`${report}/submissions`, { content: invented }), 'invalid-input').errors).toEqual(expected);
    const { version } = (await test.agency.get(`${report}/draft`)).body;
    expect(problem(await test.agency.put(`${report}/draft`, { content: invented }, version), 'invalid-input').errors).toEqual(expected);
  });

  it('not reach a file through another duty', async () => {
    const [file] = await test.listed(test.agency);
    problem(await test.agency.get(`${test.year.plan}/files/${file?.id}`), 'not-found');
    problem(await test.agency.get(`/cycles/${test.year.cycle}/guidance/files/${file?.id}`), 'not-found');
  });
});

it('files of the guidance: the secretariat adds, every member reads, what went out stays', async () => {
  const secretariat = await test.api.as('secretariat', parts.secretariat);
  const at = `/cycles/${test.year.cycle}/guidance/files`;
  problem(await test.send(test.agency, at, aPdf(), 'a.pdf'), 'forbidden');
  const { file } = (await test.send(secretariat, at, aDocx(['Đề cương']), 'Đề cương.docx')).body as { file: Attachment };
  const member = await test.api.as('agency', otherUnit);
  expect((await member.get(at)).body.items).toMatchObject([{ id: file.id, name: 'Đề cương.docx', duty: null, unit: null }]);
  expect((await test.download(member, `${at}/${file.id}`)).status).toBe(200);
  problem(await secretariat.send('delete', `${at}/${file.id}`), 'wrong-stage');
  problem(await test.agency.send('delete', `${at}/${file.id}`), 'forbidden');
});

it('files of a plan belong to the whole of it', async () => {
  const { status, body } = await test.send(test.agency, `${test.year.plan}/files`, aPdf('du toan'), 'du-toan.pdf');
  expect([status, body.file.duty]).toEqual([201, `plan/${test.year.cycle}/${unit}`]);
  expect(problem(await test.send(test.agency, `${test.year.plan}/files?target=${plan.targets[0]?.id}`, aPdf(), 'a.pdf'), 'invalid-input').errors).toMatchObject([{ code: 'file-subject' }]);
  expect((await test.agency.get(`${test.year.plan}/files`)).body.items).toHaveLength(1);
});

it('contents that nothing refers to go after a day, the others stay', async () => {
  const { files, record } = test.api.app.desk;
  const { kept } = await test.stored();
  await (await files.receive((async function* () { yield aPdf('khong ai dung'); })())).keep();
  expect(await clearOrphans({ files, record })).toBe(0);
  const referred = (await Promise.all(kept.map(async (hash) => ((await record.read.attachments.isReferred(hash)) ? [hash] : [])))).flat();
  expect(referred.length).toBeGreaterThan(0);
  const later: typeof files = { ...files, sweep: (isReferred) => files.sweep(isReferred, -60_000) };
  expect(await clearOrphans({ files: later, record })).toBe(kept.length + 1 - referred.length);
  expect((await test.stored()).kept).toEqual(referred);
});
