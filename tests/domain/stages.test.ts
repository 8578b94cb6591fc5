import { describe, expect, it } from 'vitest';
import { actPermissions } from '../../domain/act-table.ts';
import { acts, isOpen, nextState, openStates, planMoves, planStates, possibleActs, reportMoves, reportStates, type DutyKind, type DutyState } from '../../domain/stages.ts';

const tables = { plan: planMoves, report: reportMoves } satisfies Record<DutyKind, object>;
const states = { plan: planStates, report: reportStates } satisfies Record<DutyKind, readonly DutyState[]>;
const first = { plan: 'draft', report: 'open' } satisfies Record<DutyKind, DutyState>;

function reachable(kind: DutyKind): Set<DutyState> {
  const found = new Set<DutyState>([first[kind]]);
  for (const state of found) {
    for (const act of possibleActs(kind, state)) {
      const to = nextState(kind, state, act);
      if (to) found.add(to);
    }
  }
  return found;
}

describe.each(['plan', 'report'] as const)('the stage table of a %s', (kind) => {
  it('reaches every state from the first one', () => {
    expect([...reachable(kind)].sort()).toEqual([...states[kind]].sort());
  });

  it('leads out of every open state, so that no duty hangs', () => {
    for (const state of openStates(kind)) {
      const ends = possibleActs(kind, state).map((act) => nextState(kind, state, act));
      expect(ends.some((to) => to !== undefined && !isOpen(kind, to)), `${state} can end`).toBe(true);
    }
  });

  it('names only acts that someone may perform', () => {
    for (const row of Object.values(tables[kind])) {
      for (const act of Object.keys(row)) expect(acts).toContain(act);
    }
    for (const act of acts) {
      const isUsed = states[kind].some((state) => nextState(kind, state, act) !== undefined);
      if (!isUsed) expect(actPermissions[kind][act], `${act} is not a person's`).toBe('system');
    }
  });
});

describe('a plan', () => {
  it('can be withdrawn only before its appraisal starts', () => {
    expect(planStates.filter((state) => nextState('plan', state, 'withdraw'))).toEqual(['submitted']);
  });

  it('is decided only after its conclusion', () => {
    expect(planStates.filter((state) => nextState('plan', state, 'approve'))).toEqual(['approval']);
  });
});

describe('a report', () => {
  it('can be corrected only after it was closed', () => {
    expect(reportStates.filter((state) => nextState('report', state, 'correct'))).toEqual(['accepted', 'unreviewed', 'missing']);
  });
});
