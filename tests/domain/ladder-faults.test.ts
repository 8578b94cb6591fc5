import { describe, expect, it } from 'vitest';
import { defaultLadder, defaultQuietHours, ladderKinds, wholeLadder, wholeSettings, type Rung } from '../../domain/cycle.ts';
import { ladderFaults } from '../../domain/ladder-faults.ts';

const texts = [{ key: 'khan', isRetired: false }, { key: 'cu', isRetired: true }];
const ofPlan = (...plan: readonly unknown[]) => ladderFaults({ plan: plan as readonly Rung[] }, texts);

describe('a ladder to be saved', () => {
  it('is taken as usual, and with several audiences on one day', () => {
    expect(ladderFaults(defaultLadder, [])).toEqual([]);
    expect(ofPlan({ days: -1, to: 'unit' }, { days: 0, to: 'unit' }, { days: 0, to: 'deputy' }, { days: 0, to: 'leader', channels: ['email', 'zalo'] })).toEqual([]);
  });

  it('is refused when a rung comes after one of a later day', () => {
    expect(ofPlan({ days: -1, to: 'unit' }, { days: -5, to: 'unit' })).toEqual([{ pointer: '/ladder/plan/1/days', code: 'rung-out-of-order', value: -5, accepted: '≥ -1' }]);
  });

  it('is refused when one audience stands twice on a day', () => {
    expect(ofPlan({ days: 0, to: 'unit' }, { days: 0, to: 'leader' }, { days: 0, to: 'unit' })).toMatchObject([{ pointer: '/ladder/plan/2/to', code: 'audience-twice', value: 'unit' }]);
  });

  it('is refused for an audience, a channel or a day that is none, each named with what is accepted', () => {
    expect(ofPlan({ days: 0, to: 'minister' }, { days: 1, to: 'unit', channels: ['fax'] }, { days: 61, to: 'unit' }, { days: 1.5, to: 'leader' })).toMatchObject([
      { pointer: '/ladder/plan/0/to', code: 'unknown-audience', value: 'minister', accepted: 'unit, deputy, leader, superior, secretariat, committee' },
      { pointer: '/ladder/plan/1/channels/0', code: 'unknown-channel', value: 'fax', accepted: 'email, zalo' },
      { pointer: '/ladder/plan/2/days', code: 'whole-days', value: 61 },
      { pointer: '/ladder/plan/3/days', code: 'whole-days', value: 1.5 },
    ]);
  });

  it('is refused without rungs, and with more than twenty; a kind that is not named stays as it is', () => {
    expect(ofPlan()).toMatchObject([{ pointer: '/ladder/plan', code: 'no-rungs' }]);
    expect(ofPlan(...Array.from({ length: 20 }, (_, days) => ({ days, to: 'unit' })))).toEqual([]);
    expect(ofPlan(...Array.from({ length: 21 }, (_, days) => ({ days, to: 'unit' })))).toMatchObject([{ pointer: '/ladder/plan', code: 'too-many-rungs', value: 21, accepted: '≤ 20' }]);
    expect(ladderFaults({}, [])).toEqual([]);
  });

  it('is refused for a text that is none, or no rung may name any more, with those that it may', () => {
    expect(ofPlan({ days: -1, to: 'unit', text: 'khan' }, { days: 0, to: 'unit', text: 'khac' }, { days: 1, to: 'unit', text: 'cu' })).toEqual([
      { pointer: '/ladder/plan/1/text', code: 'unknown-text', value: 'khac', accepted: 'khan' }, { pointer: '/ladder/plan/2/text', code: 'retired-text', value: 'cu', accepted: 'khan' },
    ]);
  });

  it('lets nobody do without an escalation', () => {
    expect(ofPlan({ days: 0, to: 'deputy', mayOptOut: true }, { days: 1, to: 'leader', mayOptOut: true })).toMatchObject([{ pointer: '/ladder/plan/1/mayOptOut', code: 'not-for-escalations' }]);
  });
});

describe('a ladder as an older version stored it', () => {
  it('gets the usual rungs for kinds that it lacks, and keeps its own', () => {
    const stored = { plan: [{ days: 0, to: 'unit' }] } as const;
    expect(Object.keys(wholeLadder(stored)).toSorted()).toEqual([...ladderKinds].toSorted());
    expect(wholeLadder(stored)).toMatchObject({ plan: stored.plan, revision: defaultLadder.revision, directive: defaultLadder.directive });
  });

  it('gets the usual quiet hours', () => {
    expect(wholeSettings({ ladder: {} } as Parameters<typeof wholeSettings>[0]).quietHours).toEqual(defaultQuietHours);
  });
});
