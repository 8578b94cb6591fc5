import { channelsOf, ladderKinds, type CycleSettings, type LadderKind, type Ladders, type Rung } from './cycle.ts';
import type { Instant, PlainDate } from './date.ts';
import { dateOf } from './plain-date.ts';
import { standingRungs, type Awaited, type LadderSettings } from './view/ladder.ts';
import type { Days } from './view/office-hours.ts';

/** How a rung reaches people, whatever way it is written. */
const manner = ({ mayOptOut = false, text = '', ...rung }: Rung): string => [channelsOf(rung).join(), mayOptOut, text].join(' ');
const written = (rung: Rung): string => `${rung.days} ${rung.to} ${manner(rung)}`;

/** Kinds whose rungs would be others. */
export const changedKinds = (before: Ladders, after: Partial<Ladders>): readonly LadderKind[] =>
  ladderKinds.filter((kind) => after[kind] !== undefined && after[kind].map(written).join('\n') !== before[kind].map(written).join('\n'));

/** Settings after a change at `at`: until then the ladders that hold now, from then on the new ones. */
export function withLadder(settings: CycleSettings, after: Partial<Ladders>, at: Instant): CycleSettings {
  const before = Object.fromEntries(changedKinds(settings.ladder, after).map((kind) => [kind, settings.ladder[kind]]));
  return { ...settings, ladder: { ...settings.ladder, ...after }, earlierLadders: [...(settings.earlierLadders ?? []), { until: at, ladder: before }] };
}

/** A rung to come on a day that is added, dropped, or goes out in another manner, and for how many plans, reports or directives. */
export interface RungChange {
  readonly change: 'added' | 'dropped' | 'altered';
  readonly kind: LadderKind;
  readonly rung: Rung;
  readonly on: PlainDate;
  readonly matters: number;
}

export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly calendar: Days;
}

/** What a change does to the rungs of a stretch of time, soonest first. */
export function rungChanges(awaited: readonly Pick<Awaited, 'ladder' | 'due'>[], before: LadderSettings, after: LadderSettings, { from, until, calendar }: Stretch): readonly RungChange[] {
  const within = (each: Pick<Awaited, 'ladder' | 'due'>, settings: LadderSettings) => standingRungs(each, settings, calendar).filter(({ at }) => at > from && at <= until);
  const all = awaited.flatMap((each): RungChange[] => {
    const [was, is] = [within(each, before), within(each, after)];
    const same = ({ rung, at }: (typeof was)[number]) => (other: (typeof was)[number]): boolean => other.at === at && other.rung.to === rung.to && other.rung.days === rung.days;
    const change = (kind: RungChange['change'], { rung, at }: (typeof was)[number]): RungChange => ({ change: kind, kind: each.ladder, rung, on: dateOf(at), matters: 1 });
    return [
      ...was.filter((rung) => !is.some(same(rung))).map((rung) => change('dropped', rung)),
      ...is.flatMap((rung) => {
        const found = was.find(same(rung));
        if (!found) return [change('added', rung)];
        return manner(found.rung) === manner(rung.rung) ? [] : [change('altered', rung)];
      }),
    ];
  });
  const counted = new Map<string, RungChange>();
  for (const each of all) {
    const key = [each.on, each.kind, each.change, written(each.rung)].join(' ');
    counted.set(key, { ...each, matters: (counted.get(key)?.matters ?? 0) + 1 });
  }
  return [...counted.values()].toSorted((a, b) => a.on.localeCompare(b.on) || ladderKinds.indexOf(a.kind) - ladderKinds.indexOf(b.kind) || a.rung.days - b.rung.days);
}
