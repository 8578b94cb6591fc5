import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCycle } from '../../api/use-cases/place.ts';
import { planDutyId } from '../../domain/ids.ts';
import { openPost } from '../../main/worker/post.ts';
import { openTestApi, unit, type TestApi } from '../support/api.ts';
import { aMailRecord, aReminder } from './situation.ts';
import { openSink } from './sink.ts';

describe('a mail that waits', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
    const { cycle } = await api.aYear();
    const { settings, version } = await getCycle(api.record.read, cycle);
    await api.record.write(async (tx) => {
      await tx.cycles.claim(cycle, version, { settings: { ...settings, quietHours: null } }); // the test knows no office hours
      await tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: 'Đầu mối', email: 'dau.moi@tinh.example' }]);
      await tx.reminders.insertMissing([aReminder(unit, { cycle, duty: planDutyId(cycle, unit) })]);
    });
  });
  afterAll(() => api.close());
  const ready = async () => (await request(api.app.express).get('/readyz')).body as { status: string; mail: { waiting: number } };

  it('for a moment is nothing to speak of; for long, mail does not get through', async () => {
    api.clock.now = Date.now();
    expect(await ready()).toMatchObject({ status: 'ready', mail: { waiting: 1, failed: 0, uncertain: 0 } });
    api.clock.now = Date.now() + 16 * 60_000;
    expect((await ready()).status).toBe('degraded');
  });

  it('is counted, with its age', async () => {
    const { text } = await request(api.app.express).get('/metrics');
    expect(text).toMatch(/chutrinh_mails\{state="waiting"\} 1\n/);
    expect(Number(/chutrinh_mails_oldest_seconds ([\d.]+)/.exec(text)?.[1])).toBeGreaterThan(900);
  });
});

it('the worker sends over SMTP_URL, from MAIL_FROM, to come back to MAIL_BOUNCES_TO, with a link below PUBLIC_URL', async () => {
  const record = await aMailRecord({ now: () => Date.now() - 60_000 });
  const sink = await openSink();
  const env = { SMTP_URL: `smtp://127.0.0.1:${sink.port}`, MAIL_FROM: 'kehoach@tinh.example', MAIL_BOUNCES_TO: 'tra-lai@tinh.example', PUBLIC_URL: 'https://kehoach.tinh.example/' } as const;
  await record.write((tx) => tx.reminders.insertMissing([aReminder('b')]));
  expect(await openPost({ env, record, folder: '/nowhere', logger: { warn: () => undefined, info: () => undefined } }).postBatch()).toEqual({ claimed: 1, sent: 1 });
  const raw = sink.mails[0]?.raw ?? '';
  expect(raw).toMatch(/^From: .*<kehoach@tinh\.example>/m);
  expect(sink.mails[0]?.from).toBe('tra-lai@tinh.example');
  expect(Buffer.from(/Content-Type: text\/plain[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw)?.[1] ?? '', 'base64').toString('utf8')).toContain('https://kehoach.tinh.example/cycles/2022-gl/plans/b');
  await Promise.all([record.close(), sink.close()]);
});
