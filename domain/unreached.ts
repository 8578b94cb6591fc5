import { channelsOf, ladderKinds, type CycleSettings, type LadderKind, type RungAudience, type RungChannel } from './cycle.ts';
import { ladderAddress } from './notice.ts';
import { peopleOf, type Reachable } from './recipients.ts';

/** Rungs that would reach nobody. `units`: whose people are missing; empty for a desk above the units. */
export interface Unreached {
  readonly to: RungAudience;
  readonly channel: RungChannel;
  readonly units: readonly string[];
}

export interface Planned extends Pick<CycleSettings, 'ladder' | 'roles'> {
  readonly units: readonly string[];
}

interface Way {
  readonly to: RungAudience;
  readonly channel: RungChannel;
  readonly kind: LadderKind;
}

const isDesk = (to: RungAudience): boolean => to === 'secretariat' || to === 'committee';

/** What the register lacks for a year's ladders, in the order of their rungs. `parentOf` answers the unit above. */
export function unreachedBy(planned: Planned, reachable: Reachable, parentOf: (unit: string) => string | null): readonly Unreached[] {
  const isReached = ({ kind, to, channel }: Way, unit: string): boolean =>
    peopleOf({ to, unit, address: isDesk(to) ? to : ladderAddress(kind, unit), parent: parentOf(unit) }, channel, reachable).some(({ address }) => address !== null);
  const missing = new Map<string, Unreached>();
  for (const way of waysOf(planned.ladder)) {
    const { kind, to, channel } = way;
    const without = (isDesk(to) ? [''] : awaitedUnits(kind, planned)).filter((unit) => !isReached(way, unit));
    if (without.length === 0) continue;
    const known = missing.get(`${to} ${channel}`)?.units ?? [];
    missing.set(`${to} ${channel}`, { to, channel, units: isDesk(to) ? [] : [...new Set([...known, ...without])] });
  }
  return [...missing.values()];
}

/** Every channel of every rung, once for each kind of duty. */
function waysOf(ladder: Planned['ladder']): readonly Way[] {
  const ways = ladderKinds.flatMap((kind) => ladder[kind].flatMap((rung) => channelsOf(rung).map((channel): Way => ({ kind, to: rung.to, channel }))));
  return [...new Map(ways.map((way) => [`${way.kind} ${way.to} ${way.channel}`, way])).values()];
}

/** Who is waited for by a ladder. */
function awaitedUnits(kind: LadderKind, { units, roles }: Planned): readonly string[] {
  switch (kind) {
    case 'appraisal':
      return [...new Set(Object.values(roles.appraisers))];
    case 'conclusion':
      return [roles.leadAppraiser];
    case 'approval':
      return [roles.approver];
    default:
      return units;
  }
}
