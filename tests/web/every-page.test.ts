import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions, type Scope } from '../../domain/permissions.ts';
import { roles, type Role } from '../../domain/roles.ts';
import { pages as table } from '../../web/pages/all.ts';
import { otherUnit, parts, unit } from '../support/api.ts';
import { openTestPages, type TestPages, type Year } from '../support/pages.ts';

/** Where each role is at home. */
const homes = { secretariat: parts.secretariat, agency: unit, appraiser: parts.appraisers.investment, approver: parts.approver, committee: parts.committee, administrator: unit } as const satisfies Readonly<Record<Role, string>>;

let pages: TestPages;
let year: Year;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  await year.openReports('Q1');
});
afterAll(() => pages.close());

const addressOf = (path: string, of: string): string => path.replaceAll(':cycle', year.cycle).replaceAll(':unit', of).replaceAll(':quarter', 'Q1').replaceAll(/:\w+/g, '1');

/** Whether the permission table grants it, as far as an address tells. */
function isGranted(role: Role, { action, scope = 'any', path }: (typeof table)[number], of: string): boolean {
  const grant = (permissions[action] as Readonly<Partial<Record<Role, Scope>>>)[role];
  if (grant === undefined) return false;
  return scope === 'unit' && path.includes(':unit') && grant === 'own' ? of === homes[role] : true;
}

describe.each(table.map((each) => ({ what: `${each.kind === 'page' ? 'GET' : 'POST'} ${each.path}`, each })))('$what', ({ each }) => {
  it.each(roles)('is shown to %s exactly as the permission table says', async (role) => {
    const visitor = await pages.visitor(role, homes[role]);
    for (const of of each.path.includes(':unit') ? [homes[role], otherUnit] : [otherUnit]) {
      const address = addressOf(each.path, of);
      const { status, text } = each.kind === 'page' ? await visitor.get(address) : await visitor.post(address, { _csrf: visitor.csrf(), _key: `khoa-${role}-${of}` });
      const said = `${role} at ${address}: ${status}`;
      expect(status, `${said} ${text.slice(0, 500)}`).toBeLessThan(500);
      if (!isGranted(role, each, of)) expect([403, 404], said).toContain(status);
      else if (each.kind === 'page' && each.scope !== 'part') expect([200, 303, 404], said).toContain(status);
    }
  });

  it('is not shown to strangers', async () => {
    const { status, location } = await pages.stranger().get(addressOf(each.path, unit));
    if (each.kind === 'page') expect([303, /^\/sign-in/.test(location)]).toEqual([303, true]);
    else expect((await pages.stranger().post(addressOf(each.path, unit), {})).status).toBeGreaterThanOrEqual(303);
    expect(status).not.toBe(200);
  });
});

it('tells nobody whether a foreign unit has what was asked for', async () => {
  const visitor = await pages.visitor('agency', unit);
  const [foreign, nowhere] = await Promise.all([visitor.get(`/cycles/${year.cycle}/plans/${otherUnit}`), visitor.get(`/cycles/${year.cycle}/plans/khong-co`)]);
  expect(foreign.status).toBe(404);
  expect(foreign.$('main').text()).toBe(nowhere.$('main').text());
});

it('leaves addresses below the API that nothing serves to the API: no page for a program', async () => {
  const { status, headers, text } = await pages.stranger().get('/api/v1/khong-co');
  expect([status, headers['content-type'], (JSON.parse(text) as { code: string }).code]).toEqual([404, expect.stringContaining('application/problem+json'), 'not-found']);
});
