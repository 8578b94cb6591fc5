import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mount } from '../../api/http/mount.ts';
import { permissions, type Scope } from '../../domain/permissions.ts';
import { roles, type Role } from '../../domain/roles.ts';
import { openTestApi, otherUnit, problem, routes, unit, type TestApi, type Year } from '../support/api.ts';
import { bodies, holders, params, queries } from './samples.ts';

/** Every unit from which somebody might ask: the path's own, one without any part, and the holders of parts. */
const units = [...new Set([unit, otherUnit, ...Object.values(holders)])];

const holds: Readonly<Record<Scope, (of: string) => boolean>> = {
  any: () => true, own: (of) => of === unit, appraiser: (of) => of === holders.appraiser, lead: (of) => of === holders.lead, approver: (of) => of === holders.approver,
};

describe('who may do what', () => {
  let api: TestApi;
  let year: Year;

  beforeAll(async () => {
    api = await openTestApi();
    year = await api.aYear();
    await year.openReports('Q1');
  });
  afterAll(() => api.close());

  it('has a body for every route that takes one, so that none is left out', () => {
    const taking = routes.filter(({ body, action }) => body && action !== 'public').map(({ name }) => name).sort();
    expect(Object.keys(bodies).sort()).toEqual(taking);
  });

  for (const route of routes.filter(({ action, stream }) => action !== 'public' && !stream)) {
    it(`${route.name}: ${String(route.action)}`, async () => {
      const grants: Readonly<Partial<Record<Role, Scope>>> = permissions[route.action as keyof typeof permissions];
      const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? name) + (queries[route.name] ?? '');
      for (const role of roles) {
        for (const of of units) {
          const scope = grants[role];
          const mayAsk = scope !== undefined && (route.scope === 'list' || holds[scope](of));
          const before = await api.record.read.audit.lastId();
          const person = await api.as(role, of);
          // What would really happen goes no further than the form: an unknown version, unit or id, or a stage that does not fit.
          const answer = await person.send(route.method, path, bodies[route.name], { ...(route.key ? { 'idempotency-key': randomUUID() } : {}), ...(route.ifMatch ? { 'if-match': '"999"' } : {}) });
          if (mayAsk) {
            expect([401, 403], `${role} of ${of}: ${answer.text.slice(0, 300)}`).not.toContain(answer.status === 401 && route.name === 'changeMyPassword' ? 0 : answer.status);
            continue;
          }
          expect(`${role} of ${of}: ${answer.status}`).toBe(`${role} of ${of}: 403`);
          problem(answer, 'forbidden');
          const { items } = await api.record.read.audit.list({ after: before }, { limit: 10 });
          expect(items).toMatchObject([{ outcome: 'refused', act: route.name, actor: `account:${person.id}`, details: { code: 'forbidden' } }]);
        }
      }
    });
  }

  it.each(routes.filter(({ action }) => action !== 'public').map((route) => [route.name, route] as const))('%s is refused without a log-in', async (_, route) => {
    const path = route.path.replaceAll(/:(\w+)/g, (_match, name: string) => params[name] ?? name);
    const answer = await request(api.app.express)[route.method](`/api/v1${path}`).send(route.method === 'get' ? undefined : {});
    problem(answer, 'not-signed-in');
  });

  it('does not start with a route that names no action, or with two for one address', () => {
    const [some] = routes.filter(({ action }) => action === 'cycle.list');
    if (!some) throw new Error('no route');
    const services = {} as Parameters<typeof mount>[1];
    expect(() => mount([{ ...some, action: 'cycle.sing' as 'cycle.list' }], services)).toThrow('names no action');
    expect(() => mount([{ ...some, action: undefined as unknown as 'cycle.list' }], services)).toThrow('names no action');
    expect(() => mount([some, some], services)).toThrow('twice');
  });
});
