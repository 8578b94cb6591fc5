import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zaloCarrier } from '../../notify/zalo/carrier.ts';
import { renewedTokens, type ZaloTokens } from '../../notify/zalo/tokens.ts';
import { openPost } from '../../main/worker/post.ts';
import { until } from '../support/until.ts';
import { aMailRecord } from './situation.ts';
import { openFakeZalo, type FakeZalo } from './zalo-fake.ts';

const hour = 3_600_000;
let [zalo, folder, ahead]: [FakeZalo, string, number] = [undefined as never, '', 0];
const file = (name: string): string => join(folder, name);
const held = (name: string): string => readFileSync(file(name), 'utf8').trim();
const tokens = (): ZaloTokens => renewedTokens({ tokenFile: file('access'), refreshFile: file('refresh'), secretFile: file('secret'), appId: '77', url: zalo.oauthUrl, patience: 5_000, now: () => Date.now() + ahead });
beforeEach(async () => {
  ahead = 0;
  zalo = await openFakeZalo();
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-tokens-'));
  writeFileSync(file('refresh'), 'refresh-0\n');
  writeFileSync(file('secret'), 'bi-mat\n');
});
afterEach(async () => {
  await zalo.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the access token', () => {
  it('is asked for once, kept with the new refresh token where only its owner reads it, and serves for a day, also after a restart', async () => {
    const [one, ...others] = await Promise.all(Array.from({ length: 4 }, ((of) => () => of.current())(tokens())));
    expect([one, new Set(others), zalo.given]).toEqual(['access-1', new Set(['access-1']), ['access-1']]);
    expect([held('access'), held('refresh')]).toEqual(['access-1', 'refresh-1']);
    expect(['access', 'refresh'].map((name) => statSync(file(name)).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(readdirSync(folder).toSorted()).toEqual(['access', 'refresh', 'secret']);
    ahead = 23 * hour;
    expect(await tokens().current()).toBe('access-1');
    ahead = 24 * hour + 60_000;
    expect(await tokens().current()).toBe('access-2');
    expect(held('refresh')).toBe('refresh-2');
  });

  it('that Zalo refuses is renewed, and the message that it was for goes with the new one', async () => {
    writeFileSync(file('access'), 'cu');
    utimesSync(file('access'), new Date(), new Date(Date.now() - hour));
    zalo.answer = ({ headers }) => ({ error: headers['access_token'] === 'cu' ? -124 : 0 });
    const line = zaloCarrier({ url: zalo.url, tokens: tokens() }).line();
    const send = async () => {
      await line.ready();
      return (await line.send({ id: 'x', raw: '{}' }, '84905123456')).kind;
    };
    expect([await send(), await send()]).toEqual(['later', 'sent']);
    expect(zalo.messages.map(({ headers }) => headers['access_token'])).toEqual(['cu', 'access-1']);
  });

  it('that is refused as soon as it is given is not renewed again and again', async () => {
    const of = tokens();
    of.refused(await of.current());
    await expect(of.current()).rejects.toThrow('refuses the access token that it has just given');
    expect(zalo.given).toHaveLength(1);
    ahead = 10 * 60_000;
    expect(await of.current()).toBe('access-2');
  });

  it('is renewed by one worker at a time; what a dead one has locked is free after a while', async () => {
    mkdirSync(file('refresh.lock'));
    await expect(tokens().current()).rejects.toThrow('another worker');
    expect([zalo.given, existsSync(file('refresh.lock'))]).toEqual([[], true]);
    ahead = 3 * 60_000;
    expect(await tokens().current()).toBe('access-1');
  });
});

it('the worker renews it as soon as it runs, also while there is nothing to send, and says why when it cannot', async () => {
  const record = await aMailRecord();
  const warnings: string[] = [];
  const logger = { warn: (_: unknown, said?: string) => void warnings.push(said ?? ''), info: () => undefined };
  const env = { MAIL_FROM: 'kehoach@tinh.example', ZALO_ACCESS_TOKEN_FILE: file('access'), ZALO_TEMPLATE_ID: '300123', ZALO_APP_ID: '77', ZALO_APP_SECRET_FILE: file('secret'), ZALO_REFRESH_TOKEN_FILE: file('refresh'), ZALO_OAUTH_URL: zalo.oauthUrl };
  const run = async (condition: () => boolean, what: string): Promise<void> => {
    const post = openPost({ env, record, folder, logger });
    const running = post.run();
    await until(what, async () => condition());
    await post.stop();
    await running;
  };
  await run(() => existsSync(file('access')) && held('access') === 'access-1', 'the token is there');
  expect(warnings).toEqual([]);
  rmSync(file('access'));
  writeFileSync(file('secret'), 'sai');
  await run(() => warnings.length > 0, 'somebody is told');
  expect(warnings).toEqual(['messages by Zalo wait']);
  await record.close();
});

describe('nothing is sent, and nothing told, of secrets', () => {
  it.each([
    ['a refresh token that was used', () => writeFileSync(file('refresh'), 'refresh-cu'), /-14014 Invalid refresh token: authorise the application again and write the new refresh token to ZALO_REFRESH_TOKEN_FILE/],
    ['a secret that is none', () => writeFileSync(file('secret'), 'sai'), /-14002 Invalid app/],
    ['no refresh token', () => rmSync(file('refresh')), /ZALO_REFRESH_TOKEN_FILE/],
    ['an empty secret', () => writeFileSync(file('secret'), ''), /ZALO_APP_SECRET_FILE holds nothing/],
  ])('with %s', async (_, spoil, said) => {
    spoil();
    const told = await tokens().current().catch(String);
    expect(told).toMatch(said);
    expect(told).not.toMatch(/refresh-cu|bi-mat|sai\b/);
    expect(existsSync(file('access'))).toBe(false);
  });

  it('while Zalo is away', async () => {
    await zalo.close();
    expect(await tokens().current().catch(String)).toMatch(/Zalo gives no access token: ECONNREFUSED/);
    expect(held('refresh')).toBe('refresh-0');
    zalo = await openFakeZalo();
  });
});
