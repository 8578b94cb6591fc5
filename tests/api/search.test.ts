import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApi, otherUnit, parts, plan, problem, unit, type TestApi, type Year } from '../support/api.ts';

let api: TestApi;
let year: Year;
beforeAll(async () => {
  api = await openTestApi();
  year = await api.aYear();
});
afterAll(() => api.close());

const found = async (role: 'secretariat' | 'agency', of: string, words: string) => (await (await api.as(role, of)).get(`/search?q=${encodeURIComponent(words)}`)).body;

it('finds units, targets, cycles and plans by their words, with or without marks', async () => {
  const [target] = plan.targets;
  expect((await found('secretariat', parts.secretariat, 'noi vu')).units).toEqual({ items: [{ unit, name: 'Sở Nội vụ', cycles: [expect.objectContaining({ id: year.cycle })] }], total: 1 });
  expect((await found('agency', unit, target?.name ?? '')).targets.items).toContainEqual(expect.objectContaining({ target: target?.id, cycle: expect.objectContaining({ id: year.cycle }) }));
  const { cycles, plans } = await found('agency', unit, '2022');
  expect([cycles.items, plans.items]).toMatchObject([[{ id: year.cycle, rehearsal: false }], [{ id: plan.id, year: 2022 }]]);
});

it('names the cycles of a unit to those who may read its story there, and to no other unit', async () => {
  expect((await found('agency', unit, 'Sở Nội vụ')).units.items).toMatchObject([{ unit, cycles: [{ id: year.cycle }] }]);
  expect((await found('agency', otherUnit, 'Sở Nội vụ')).units.items).toMatchObject([{ unit, cycles: [] }]);
});

it('finds nothing for no words, and asks for them when they are left out', async () => {
  expect(await found('agency', unit, ' ')).toEqual({ units: { items: [], total: 0 }, targets: { items: [], total: 0 }, cycles: { items: [], total: 0 }, plans: { items: [], total: 0 } });
  expect(problem(await (await api.as('agency', unit)).get('/search'), 'invalid-input').errors).toMatchObject([{ pointer: '/q', code: 'required' }]);
});
