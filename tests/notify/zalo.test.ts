import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reminder } from '../../domain/duty.ts';
import { emlFiles } from '../../notify/eml-files.ts';
import { createPost, type Post } from '../../notify/post.ts';
import { zaloCarrier } from '../../notify/zalo/carrier.ts';
import { tokensIn } from '../../notify/zalo/tokens.ts';
import { openZalo, zaloOff } from '../../notify/zalo/zalo.ts';
import { openPost } from '../../main/worker/post.ts';
import type { TestRecord } from '../support/record.ts';
import { until } from '../support/until.ts';
import { aContact, aMailRecord, aReminder } from './situation.ts';
import { openFakeZalo, type FakeZalo } from './zalo-fake.ts';

let [record, zalo, now, folder]: [TestRecord, FakeZalo, number, string] = [undefined as never, undefined as never, 0, ''];
const tokenFile = () => join(folder, 'token');
async function start(options: { readonly rehearsal?: boolean } = {}): Promise<void> {
  now = Date.UTC(2022, 0, 18, 1);
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-zalo-'));
  writeFileSync(tokenFile(), 'khoa-bi-mat\n');
  zalo = await openFakeZalo();
  record = await aMailRecord({ now: () => now, ...options });
  await record.write(async (tx) => {
    await tx.contacts.replaceOf('a', [{ ...aContact('a', 'focal', 'focal.a@tinh.example'), phone: '0905 123 456' }]);
    await tx.contacts.replaceOf('b', [{ ...aContact('b', 'focal'), phone: '+84 (905) 654-321' }]);
    await tx.contacts.replaceOf('c', [{ ...aContact('c', 'focal'), phone: '1022' }]);
  });
}
beforeEach(() => start());
const stop = async (): Promise<void> => {
  await Promise.all([record.close(), zalo.close()]);
  rmSync(folder, { recursive: true, force: true });
};
afterEach(stop);

const aPost = (patience = 5_000): Post => createPost({
  record, carrier: emlFiles(folder), rehearsalCarrier: emlFiles(folder), from: 'chutrinh@tinh.example', now: () => now, settleMs: 0, linkTo: () => null,
  zalo: { ...zaloOff(folder), carrier: zaloCarrier({ url: zalo.url, tokens: tokensIn(tokenFile()), patience }), template: '300123' },
});
const remind = (...units: readonly ('a' | 'b' | 'c')[]) => record.write((tx) => tx.reminders.insertMissing(units.map((unit): Reminder & { channels: readonly ['zalo'] } => ({ ...aReminder(unit), channels: ['zalo'] }))));
const log = async () => (await record.read.deliveries.list({}, {})).items.toReversed().map(({ address, state, lastError }) => [address, state, lastError]);

describe('messages by Zalo', () => {
  it('carry unit, duty and due date to the number in its one form, under an id of their own, once', async () => {
    await remind('a', 'b');
    expect(await aPost().postBatch()).toEqual({ claimed: 2, sent: 2 });
    expect(await aPost().postBatch()).toEqual({ claimed: 0, sent: 0 });
    const [first, second] = zalo.messages;
    expect(first?.headers).toMatchObject({ 'access_token': 'khoa-bi-mat', 'content-type': 'application/json' });
    expect(zalo.messages.map(({ body }) => body.phone).toSorted()).toEqual(['84905123456', '84905654321']);
    const toA = zalo.messages.find(({ body }) => body.phone === '84905123456')?.body;
    expect(toA).toEqual({ phone: '84905123456', template_id: '300123', template_data: { unit: 'Đơn vị a', duty: 'kế hoạch năm 2022', due: '21/01/2022' }, tracking_id: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(first?.body.tracking_id).not.toBe(second?.body.tracking_id);
    const [sent] = (await record.read.deliveries.list({ unit: 'a' }, {})).items;
    expect([sent?.state, sent?.mail]).toEqual(['sent', toA?.tracking_id]);
    expect((await record.read.deliveries.findMail(sent?.mail ?? ''))?.raw).not.toContain('khoa-bi-mat');
  });

  it('go nowhere without a number that takes any, and the log says so', async () => {
    await remind('c');
    expect(await aPost().postBatch()).toEqual({ claimed: 0, sent: 0 });
    expect([await log(), zalo.messages]).toEqual([[[null, 'no-address', null]], []]);
  });

  it.each([
    ['a number that does not use Zalo', { error: -118 }, 'failed', true], ['somebody who refuses them', { error: -139 }, 'failed', true],
    ['data that the template does not take', { error: -112 }, 'failed', false], ['a parameter that is none', { error: -132 }, 'failed', false], ['a request that nobody understands', { status: 404 }, 'failed', false],
    ['a template that is not approved yet', { error: -131 }, 'waiting', false], ['one of another account', { error: -117 }, 'waiting', false], ['an empty balance', { error: -115 }, 'waiting', false], ['the night', { error: -133 }, 'waiting', false],
    ['a code that nobody knows', { error: -9999 }, 'waiting', false], ['a limit of the day', { error: -144 }, 'waiting', false], ['a token that has run out', { error: -124 }, 'waiting', false], ['too many at once', { status: 429 }, 'waiting', false], ['a server in trouble', { status: 503 }, 'waiting', false],
    ['a gateway that gave up waiting', { status: 504 }, 'uncertain', false], ['an answer that is none', { status: 200 }, 'uncertain', false], ['a connection broken after the message', 'hang up', 'uncertain', false],
  ] as const)('%s', async (_, answer, state, isAddress) => {
    zalo.answer = () => answer;
    await remind('a');
    await aPost().postBatch();
    expect(await log()).toEqual([['84905123456', state, expect.any(String)]]);
    expect((await record.read.deliveries.faults()).map(({ address }) => address)).toEqual(isAddress ? ['84905123456'] : []);
    await aPost().postBatch();
    expect(zalo.messages).toHaveLength(1);
  });

  it('that were put off go out later, under the same id', async () => {
    zalo.answer = () => (zalo.messages.length === 1 ? { status: 503 } : { error: 0 });
    await remind('a');
    await aPost().postBatch();
    now += 3_600_000;
    await aPost().postBatch();
    expect((await log())[0]?.[1]).toBe('sent');
    expect(new Set(zalo.messages.map(({ body }) => body.tracking_id)).size).toBe(1);
  });

  it('that nobody answers may have arrived: they are listed as uncertain and not sent again', async () => {
    zalo.answer = () => 'hang';
    await remind('a');
    await aPost(2_000).postBatch();
    now += 3_600_000;
    await aPost(2_000).postBatch();
    expect([await log(), zalo.messages.length]).toEqual([[['84905123456', 'uncertain', 'timeout']], 1]);
  });

  it('begun by a sender that died are uncertain too', async () => {
    zalo.answer = () => 'hang';
    await remind('a');
    void aPost(60_000).postBatch().catch(() => undefined);
    await until('the message is on its way', async () => zalo.messages.length === 1);
    now += 3_600_000;
    await aPost().postBatch();
    expect([await log(), zalo.messages.length]).toEqual([[['84905123456', 'uncertain', 'crash']], 1]);
  });

  it('wait while there is no token or nobody listens, with nothing in doubt, and mails go on', async () => {
    rmSync(tokenFile());
    await remind('a');
    await record.write((tx) => tx.reminders.insertMissing([aReminder('a', { rung: 'plan/r1/2022-01-25/-3' })]));
    const { away } = await aPost().postBatch();
    expect(String(away)).toContain('ZALO_ACCESS_TOKEN_FILE');
    expect((await log()).map(([address, state]) => [address, state])).toEqual([['84905123456', 'waiting'], ['focal.a@tinh.example', 'filed'], ['an@tinh.example', 'filed']]);
    writeFileSync(tokenFile(), 'moi');
    const before = zalo.url;
    await zalo.close();
    now += 3_600_000;
    await aPost().postBatch();
    expect((await log())[0]).toEqual(['84905123456', 'waiting', 'ECONNREFUSED']);
    zalo = await openFakeZalo();
    expect(zalo.url).not.toBe(before);
    now += 3_600_000;
    await aPost().postBatch();
    expect((await log())[0]?.[1]).toBe('sent');
    expect(zalo.messages[0]?.headers['access_token']).toBe('moi');
  });

  it('of a rehearsal reach nobody', async () => {
    await stop();
    await start({ rehearsal: true });
    await remind('a');
    await aPost().postBatch();
    expect([(await log())[0]?.[1], zalo.messages]).toEqual(['filed', []]);
  });
});

describe('the channel', () => {
  const env = { MAIL_FROM: 'kehoach@tinh.example' } as const;
  const logger = { warn: () => undefined, info: () => undefined };

  it('is off by default: messages are files in the data folder', async () => {
    await remind('a');
    now -= 60_000;
    await createPost({ record, carrier: emlFiles(folder), rehearsalCarrier: emlFiles(folder), from: 'x@y.z', now: () => now + 120_000, settleMs: 0, linkTo: () => null, zalo: openZalo({}, folder) }).postBatch();
    expect((await log())[0]?.[1]).toBe('filed');
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(JSON.parse(readFileSync(join(folder, file ?? ''), 'utf8'))).toMatchObject({ phone: '84905123456', template_data: { unit: 'Đơn vị a' } });
  });

  it('is opened by the worker from its environment, and not by half a setting', async () => {
    const whole = { ...env, ZALO_ACCESS_TOKEN_FILE: tokenFile(), ZALO_TEMPLATE_ID: '300123', ZALO_API_URL: zalo.url };
    await remind('a');
    const worker = openPost({ env: whole, record, folder, logger });
    expect(await worker.postBatch()).toMatchObject({ sent: 1 });
    expect(zalo.messages).toHaveLength(1);
    expect(() => openPost({ env: { ...env, ZALO_TEMPLATE_ID: '300123' }, record, folder, logger })).toThrow('ZALO_ACCESS_TOKEN_FILE is missing: messages by Zalo need');
    expect(() => openPost({ env: { ...env, ZALO_ACCESS_TOKEN_FILE: 'x' }, record, folder, logger })).toThrow('ZALO_TEMPLATE_ID is missing');
    expect(() => openPost({ env: { ...whole, ZALO_APP_ID: '77' }, record, folder, logger })).toThrow('ZALO_APP_SECRET_FILE, ZALO_REFRESH_TOKEN_FILE is missing: renewing');
  });
});
