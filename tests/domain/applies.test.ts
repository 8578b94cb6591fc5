import { describe, expect, it } from 'vitest';
import { applicableTargets, milestoneFor, tasksOf, thresholdFor } from '../../domain/applies.ts';
import { quarters } from '../../domain/plan.ts';
import { aPlan, aPlanTask, aTarget } from '../support/builders/plan.ts';
import { aUnit } from '../support/builders/unit.ts';

describe('what binds a unit', () => {
  it('targets of its level, its group, its name, or reported by it for all', () => {
    const plan = aPlan().withTargets(
      aTarget({ id: 'level', appliesTo: { levels: ['department'] } }),
      aTarget({ id: 'group', appliesTo: { groups: ['so-ban-nganh'] } }),
      aTarget({ id: 'named', appliesTo: { units: ['so-a'] } }),
      aTarget({ id: 'other-level', appliesTo: { levels: ['commune'] } }),
      aTarget({ id: 'for-all', appliesTo: { levels: ['province'] }, reportedBy: 'so-a' }),
      aTarget({ id: 'by-other', appliesTo: { levels: ['department'] }, reportedBy: 'so-b' }),
    ).build();
    expect(applicableTargets(plan, aUnit()).map(({ id }) => id)).toEqual(['level', 'group', 'named', 'for-all']);
  });

  it('its own threshold before the target’s', () => {
    const target = aTarget({ appliesTo: { levels: ['department'], unitThresholds: { 'so-a': 90 } } });
    expect([thresholdFor(target, 'so-a'), thresholdFor(target, 'so-b')]).toEqual([90, 97]);
  });

  it('tasks that it leads, alone or with others', () => {
    const plan = aPlan().withTasks(aPlanTask({ id: 'a' }), aPlanTask({ id: 'b', lead: ['so-b', 'so-a'] }), aPlanTask({ id: 'c', lead: ['so-b'], coordinating: ['so-a'] })).build();
    expect(tasksOf(plan, aUnit()).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('the bar of a quarter', () => {
  const bars = (...of: Parameters<typeof aTarget>): readonly number[] => quarters.map((quarter) => milestoneFor(aTarget(...of), 'so-a', quarter).value);

  it('grows in equal parts to the threshold, rounded up', () => {
    expect(bars()).toEqual([24.25, 48.5, 72.75, 97]);
    expect(bars({ threshold: 33.33 })).toEqual([8.34, 16.67, 25, 33.33]);
    expect(bars({ measure: 'count', threshold: 10 })).toEqual([3, 5, 8, 10]);
  });

  it('is the document’s own where it gives one, and the threshold at the end', () => {
    expect(bars({ milestones: { Q2: 60, Q4: 80 } })).toEqual([24.25, 60, 72.75, 97]);
  });

  it('holds all year for caps and ranks, and asks nothing of an answer before the end', () => {
    expect(bars({ comparator: 'at-most', measure: 'count', threshold: 4 })).toEqual([4, 4, 4, 4]);
    expect(bars({ comparator: 'at-most', measure: 'rank', threshold: 30 })).toEqual([30, 30, 30, 30]);
    expect(bars({ comparator: 'equal', measure: 'yes-no', threshold: 1 })).toEqual([0, 0, 0, 1]);
  });

  it('of a target due in a later year is a part of all quarters until then, and is not final', () => {
    const target = aTarget({ threshold: 80, dueYear: 2025 });
    expect(milestoneFor(target, 'so-a', 'Q4', 2022)).toEqual({ value: 20, isStated: false, isFinal: false });
    expect(milestoneFor(target, 'so-a', 'Q1', 2025)).toMatchObject({ value: 20, isFinal: false });
    expect(milestoneFor(target, 'so-a', 'Q4', 2025)).toMatchObject({ value: 80, isFinal: true });
    expect(milestoneFor(target, 'so-a', 'Q1', 2026)).toMatchObject({ value: 80, isFinal: true });
  });
});
