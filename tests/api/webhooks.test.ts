import { afterAll, beforeAll, expect, it } from 'vitest';
import { webhookRoutes } from '../../api/routes/webhooks.ts';
import { openTestApi, problem, unit, type Answer, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => { api = await openTestApi(); });
afterAll(() => api.close());

const ok = (answer: Answer): Answer['body'] => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
  return answer.body;
};

it('webhooks are registered, tested, listed, replayed and switched off; their secret is told once', async () => {
  const administrator = await api.as('administrator', unit);
  const made = ok(await administrator.post('/webhooks', { name: 'Trục liên thông', url: 'https://truc.gialai.example/hook', events: ['plan.approved'] }));
  expect(made.secret).toMatch(/^whsec_/);
  expect(JSON.stringify(ok(await administrator.get('/webhooks')))).not.toContain(made.secret);
  problem(await administrator.post('/webhooks', { name: 'x', url: 'http://truc.gialai.example/hook', events: ['plan.approved'] }), 'invalid-input');
  ok(await administrator.post(`/webhooks/${made.id}/test`));
  expect(ok(await administrator.get(`/webhooks/${made.id}/deliveries?state=waiting`)).items).toMatchObject([{ type: 'webhook.test', attempts: 0 }]);
  expect(ok(await administrator.post(`/webhooks/${made.id}/replay`, {}))).toEqual({ replayed: 0 });
  problem(await administrator.post(`/webhooks/${made.id}/replay`, { delivery: 999 }), 'not-found');
  expect(ok(await administrator.send('patch', `/webhooks/${made.id}`, { state: 'off' })).state).toBe('off');
  problem(await administrator.post(`/webhooks/${made.id}/test`), 'wrong-stage');
  expect(webhookRoutes.map(({ name }) => name).filter((name) => !api.succeeded.has(name))).toEqual([]);
});
