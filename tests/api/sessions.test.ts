import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFirstAdministrator } from '../../api/use-cases/accounts.ts';
import { signIn } from '../../api/use-cases/sessions.ts';
import { Refused } from '../../domain/refusals.ts';
import { openTestApi, parts, problem, unit, type Answer, type TestApi } from '../support/api.ts';

const password = 'mat-khau-thu-nghiem';

describe('signing in', () => {
  let api: TestApi;
  let agent: ReturnType<typeof request.agent>;
  const signIn = (login: string, secret = password): Promise<Answer> => agent.post('/api/v1/sessions').send({ login, password: secret });

  beforeAll(async () => {
    api = await openTestApi({ signInLimits: { perLogin: 3, perAddress: 8, windowMs: 60_000 } });
    for (const role of ['agency', 'administrator'] as const) await api.as(role, unit);
  });
  afterAll(() => api.close());
  beforeEach(() => { agent = request.agent(api.app.express); });

  it('gives a cookie that scripts cannot read and other sites cannot send along', async () => {
    const answer = await signIn(`AGENCY-${unit}`);
    expect(answer.body).toMatchObject({ roles: ['agency'], unit, unitName: 'Sở Nội vụ', csrf: expect.any(String) });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^chutrinh_session=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    expect(await api.record.read.sessions.find(/=([\w-]+);/.exec(cookie)?.[1] ?? '')).toBeUndefined();
    expect((await agent.get('/api/v1/sessions/current')).body).toMatchObject({ unit });
  });

  it('asks for the session\'s own token where something changes', async () => {
    const { body } = await signIn(`agency-${unit}`);
    problem(await agent.delete('/api/v1/sessions/current'), 'csrf');
    problem(await agent.delete('/api/v1/sessions/current').set('x-csrf-token', 'x'.repeat(43)), 'csrf');
    expect((await agent.delete('/api/v1/sessions/current').set('x-csrf-token', body.csrf)).status).toBe(204);
    problem(await agent.get('/api/v1/me'), 'not-signed-in');
  });

  it('says the same of a wrong password, an unknown login and a locked account, and stores no login that was typed', async () => {
    const [wrong, unknown] = [await signIn(`agency-${unit}`, 'sai-mat-khau-roi'), await signIn('khong-ai-ca', 'sai-mat-khau-roi')];
    expect(problem(unknown, 'wrong-credentials')).toEqual(problem(wrong, 'wrong-credentials'));
    const rows = (await api.audit()).slice(-2);
    expect(rows.map(({ act, outcome, actor }) => [act, outcome, actor === 'unknown'])).toEqual([['signIn', 'refused', false], ['signIn', 'refused', true]]);
    expect(JSON.stringify(rows)).not.toContain('khong-ai-ca');
  });

  it('is limited per login, and per address; what succeeds does not count', async () => {
    for (let time = 0; time < 5; time += 1) expect((await signIn(`administrator-${unit}`)).status).toBe(201);
    for (let time = 0; time < 3; time += 1) await signIn('mot-nguoi', 'sai-mat-khau-roi');
    const limited = await signIn('mot-nguoi', 'sai-mat-khau-roi');
    problem(limited, 'rate-limited');
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(`administrator-${unit}`)).status).toBe(201);
    for (const other of ['a', 'b', 'c', 'd', 'e', 'f']) await signIn(`nguoi-${other}`, 'sai-mat-khau-roi');
    problem(await signIn(`administrator-${unit}`), 'rate-limited');
  });
});

describe('sessions, tokens and accounts', () => {
  let api: TestApi;
  const cookieOf = async (login: string, secret = password): Promise<{ cookie: string; csrf: string; status: number }> => {
    const answer = await request(api.app.express).post('/api/v1/sessions').send({ login, password: secret });
    return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', csrf: (answer.body as { csrf: string }).csrf, status: answer.status };
  };
  const me = (cookie: string) => request(api.app.express).get('/api/v1/me').set('cookie', cookie);

  beforeEach(async () => {
    api = await openTestApi();
    await api.as('agency', unit);
    return () => api.close();
  });

  it('end after the time without use, and at last even in use', async () => {
    const { cookie } = await cookieOf(`agency-${unit}`);
    api.clock.now += 11 * 3_600_000;
    expect((await me(cookie)).status).toBe(200);
    api.clock.now += 11 * 3_600_000;
    expect((await me(cookie)).status).toBe(200);
    api.clock.now += 13 * 3_600_000;
    problem(await me(cookie), 'not-signed-in');
    const other = await cookieOf(`agency-${unit}`);
    for (let hours = 0; hours < 84; hours += 10) {
      api.clock.now += 10 * 3_600_000;
      await me(other.cookie);
    }
    problem(await me(other.cookie), 'not-signed-in');
  });

  it('are listed and ended one by one', async () => {
    const [one, two] = [await cookieOf(`agency-${unit}`), await cookieOf(`agency-${unit}`)];
    const listed = await request(api.app.express).get('/api/v1/me/sessions').set('cookie', one.cookie);
    const other = (listed.body.items as { id: string; current: boolean }[]).find(({ current }) => !current);
    expect(listed.body.items).toHaveLength(2);
    expect(JSON.stringify(listed.body)).not.toContain(one.csrf);
    await request(api.app.express).delete(`/api/v1/me/sessions/${other?.id}`).set({ cookie: one.cookie, 'x-csrf-token': one.csrf }).expect(204);
    problem(await me(two.cookie), 'not-signed-in');
    expect((await me(one.cookie)).status).toBe(200);
  });

  it('other sessions end with a new password', async () => {
    const [one, two] = [await cookieOf(`agency-${unit}`), await cookieOf(`agency-${unit}`)];
    const change = (current: string) => request(api.app.express).post('/api/v1/me/password').set({ cookie: one.cookie, 'x-csrf-token': one.csrf }).send({ current, next: 'mat-khau-moi-hon' });
    problem(await change('sai-mat-khau-roi'), 'wrong-credentials');
    await change(password).expect(204);
    expect([(await me(one.cookie)).status, (await me(two.cookie)).status]).toEqual([200, 401]);
    expect([(await cookieOf(`agency-${unit}`)).status, (await cookieOf(`agency-${unit}`, 'mat-khau-moi-hon')).status]).toEqual([401, 201]);
  });

  it('guessing the password of an open session is limited, also all at once', async () => {
    const { cookie, csrf } = await cookieOf(`agency-${unit}`);
    const change = (current: string) => request(api.app.express).post('/api/v1/me/password').set({ cookie, 'x-csrf-token': csrf }).send({ current, next: 'mat-khau-moi-hon' });
    const guesses = await Promise.all(Array.from({ length: 15 }, (_, index) => change(`sai-mat-khau-${index}`)));
    expect(guesses.map(({ body }) => (body as { code: string }).code).toSorted()).toEqual([...Array<string>(5).fill('rate-limited'), ...Array<string>(10).fill('wrong-credentials')]);
    problem(await change(password), 'rate-limited');
    api.clock.now += 15 * 60_000;
    await change(password).expect(204);
  });

  it.each(['a lock', 'a new password'])('a sign-in that %s overtakes does not begin', async (what) => {
    const { desk } = api.app;
    const { accounts } = desk.record.read;
    const change = what === 'a lock' ? { lockedAt: api.clock.now } : { passwordHash: 'khac' };
    const overtaken = { findByLogin: async (login: string) => {
      const found = await accounts.findByLogin(login);
      await desk.record.write((tx) => tx.accounts.update(found?.id ?? '', change));
      return found;
    } };
    const record = { ...desk.record, read: { ...desk.record.read, accounts: { ...accounts, ...overtaken } }, write: desk.record.write.bind(desk.record) };
    await expect(signIn({ ...desk, record }, { login: `agency-${unit}`, password })).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect((await api.audit()).at(-1)).toMatchObject({ act: 'signIn', outcome: 'refused' });
    const account = await accounts.findByLogin(`agency-${unit}`);
    expect(await desk.record.read.sessions.listOf(account?.id ?? '')).toEqual([]);
  });

  it('a token works until it is revoked or over, and its secret is not stored', async () => {
    const agency = await api.as('agency', unit);
    const made = await agency.post('/me/tokens', { name: 'Kịch bản', expiresAt: api.clock.now + 1000 });
    const asks = () => request(api.app.express).get('/api/v1/me').set('authorization', `Bearer ${made.body.secret}`);
    expect((await asks()).body).toMatchObject({ unit, csrf: null });
    expect(JSON.stringify((await agency.get('/me/tokens')).body)).not.toContain(made.body.secret);
    api.clock.now += 1000;
    problem(await asks(), 'not-signed-in');
    const second = await agency.post('/me/tokens', { name: 'Kịch bản' });
    expect((await agency.send('delete', `/me/tokens/${second.body.id}`)).status).toBe(204);
    problem(await agency.send('delete', `/me/tokens/${second.body.id}`), 'not-found');
  });

  it('a new account gets a random password once, has to change it, and can be locked at any moment', async () => {
    const administrator = await api.as('administrator', parts.secretariat);
    const made = await administrator.post('/accounts', { login: 'Nguyễn.Văn.A', name: 'Nguyễn Văn A', unit, roles: ['agency'] });
    expect(made.body).toMatchObject({ mustChangePassword: true, password: expect.stringMatching(/^\w{20}$/) });
    problem(await administrator.post('/accounts', { login: 'nguyễn.văn.a', name: 'B', unit, roles: ['agency'] }), 'already-exists');
    const { cookie, csrf } = await cookieOf('nguyễn.văn.a', made.body.password);
    expect((await me(cookie)).body).toMatchObject({ mustChangePassword: true });
    problem(await request(api.app.express).get('/api/v1/cycles').set('cookie', cookie), 'forbidden');
    await request(api.app.express).post('/api/v1/me/password').set({ cookie, 'x-csrf-token': csrf }).send({ current: made.body.password, next: 'mat-khau-cua-toi' }).expect(204);
    await request(api.app.express).get('/api/v1/cycles').set('cookie', cookie).expect(200);
    expect((await administrator.send('patch', `/accounts/${made.body.id}`, { locked: true })).body.lockedAt).toBe(api.clock.now);
    problem(await me(cookie), 'not-signed-in');
    expect((await cookieOf('nguyễn.văn.a', 'mat-khau-cua-toi')).status).toBe(401);
    const reset = await administrator.send('patch', `/accounts/${made.body.id}`, { locked: false, resetPassword: true });
    expect((await cookieOf('nguyễn.văn.a', reset.body.password)).status).toBe(201);
    problem(await administrator.send('patch', `/accounts/${administrator.id}`, { locked: true }), 'invalid-input');
    expect(JSON.stringify((await administrator.get('/accounts')).body)).not.toContain('argon2');
    expect(JSON.stringify(await api.audit())).not.toContain(made.body.password);
  });

  it('the first administrator is made once', async () => {
    const wanted = { login: 'goc', name: 'Quản trị', unit: parts.secretariat };
    expect(await createFirstAdministrator(api.record, wanted, api.clock.now)).toMatchObject({ roles: ['administrator'], mustChangePassword: true });
    await expect(createFirstAdministrator(api.record, wanted, api.clock.now)).rejects.toThrow(Refused);
  });
});
