import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, PlanTable } from '../../../domain/plan.ts';
import { checkPlanDocument } from '../../../rules/plan-document/check.ts';
import { loadPlanRules } from '../../../rules/plan-document/load.ts';
import { aDay, planWith } from './a-plan.ts';
import { documentErrors } from './document-errors.ts';
import { soundDocument } from './generated-document.ts';
import { soundServices, soundShares, soundTable } from './generated.ts';
import { budgetErrors, flat, serviceErrors, shareErrors, type TableError } from './table-errors.ts';

const rules = loadPlanRules();
const run = { seed: 20230921, numRuns: 60 };

const findingsOf = (plan: Plan): readonly { readonly rule: string; readonly where: { readonly row: string | null; readonly column: string | null } }[] => checkPlanDocument(plan, rules, aDay).findings;
const foundIn = (table: PlanTable): readonly string[] => findingsOf(planWith([table])).map(({ rule, where }) => `${rule} ${where.row ?? '-'} ${where.column ?? '-'}`).sort();

const tableErrors: readonly (readonly [string, TableError, fc.Arbitrary<PlanTable>])[] = [
  ...Object.entries(budgetErrors).map(([name, inject]) => [name, inject, soundTable] as const),
  ...Object.entries(serviceErrors).map(([name, inject]) => [name, inject, soundServices] as const),
  ...Object.entries(shareErrors).map(([name, inject]) => [name, inject, soundShares] as const),
];

describe('one error in a generated plan gives its finding and no other', () => {
  it.each(tableErrors)('%s', (_, inject, tables) => {
    fc.assert(fc.property(tables, (table) => {
      const [broken, expected] = inject(table);
      expect(foundIn(broken)).toEqual([...expected].sort());
    }), run);
  });

  it.each(Object.entries(documentErrors))('%s', (rule, inject) => {
    fc.assert(fc.property(soundDocument, fc.nat(), (plan, pick) => {
      expect(findingsOf(inject(plan, pick)).map((found) => found.rule)).toEqual([rule]);
    }), run);
  });

  it('for every rule', () => {
    const [budget, services, shares] = [soundTable, soundServices, soundShares].map((tables) => fc.sample(tables, { ...run, numRuns: 1 }));
    const samples = new Map<fc.Arbitrary<PlanTable>, readonly PlanTable[]>([[soundTable, budget ?? []], [soundServices, services ?? []], [soundShares, shares ?? []]]);
    const inTables = tableErrors.flatMap(([, inject, tables]) => (samples.get(tables) ?? []).flatMap((table) => inject(table)[1])).flatMap((found) => found.split(' ').slice(0, 1));
    expect([...new Set([...inTables, ...Object.keys(documentErrors)])].sort()).toEqual(rules.map(({ id }) => id).sort());
  });
});

describe('no error, no finding', () => {
  it.each([['budgets', soundTable], ['budgets without groups', soundTable.map(flat)], ['services', soundServices], ['shares', soundShares]])('%s', (_, tables) => {
    fc.assert(fc.property(tables, (table) => {
      expect(foundIn(table)).toEqual([]);
    }), { ...run, numRuns: 300 });
  });

  it('whole documents', () => {
    fc.assert(fc.property(soundDocument, (plan) => {
      expect(findingsOf(plan)).toEqual([]);
    }), { ...run, numRuns: 300 });
  });
});
