import type { Cycle, LadderKind, Ladders } from '../../domain/cycle.ts';
import type { Instant } from '../../domain/date.ts';
import type { Duty, Opinion } from '../../domain/duty.ts';
import { changedKinds, rungChanges, withLadder, type RungChange } from '../../domain/ladder-change.ts';
import { assertLadder } from '../../domain/ladder-faults.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { Refused } from '../../domain/refusals.ts';
import { isOpen, nextCycleState } from '../../domain/stages.ts';
import { actOnCycle } from '../../domain/transition.ts';
import { awaitedOf } from '../../domain/view/awaited.ts';
import { directiveAwaited, isFollowed } from '../../domain/view/directive-view.ts';
import { afterDay, type Days } from '../../domain/view/office-hours.ts';
import { conclusionAt } from '../../domain/view/plan-dates.ts';
import { ladderChanged, wakingMessages } from '../../domain/waking.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { namesOf } from './people.ts';
import { getCycle, nowIn } from './place.ts';

/** New rungs of some kinds of duty; the others stay. */
export interface LadderChange {
  readonly cycle: string;
  readonly ladder: Partial<Ladders>;
}

/** A change that was made, with the name of who made it. */
export interface LadderChanged {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly kinds: readonly LadderKind[];
}

/** Changes of a year's ladder, the newest first. */
export async function listLadderChanges(desk: Desk, cycle: string): Promise<readonly LadderChanged[]> {
  const { items } = await desk.record.read.audit.list({ cycle, subject: cycle, act: 'changeLadder' }, { limit: 50 });
  const done = items.filter(({ outcome }) => outcome === 'done');
  const idOf = (actor: string): string => actor.replace(/^account:/, '');
  const names = await namesOf(desk, done.map(({ actor }) => idOf(actor)));
  return done.map(({ at, actor, details }) => {
    const { reason, kinds } = details as Pick<LadderChanged, 'reason' | 'kinds'>;
    return { at, by: names.get(idOf(actor)) ?? actor, reason, kinds };
  });
}

/** How far ahead a change is shown, in working days. */
export const shownAhead = 10;

/** What a change of the ladder would do. */
export interface LadderPreview {
  readonly changed: readonly LadderKind[];
  /** Plans, reports and directives that are open now. */
  readonly open: { readonly duties: number; readonly directives: number };
  /** Rungs of the next ten working days. */
  readonly rungs: readonly RungChange[];
  /** Appraisals whose conclusion is asked for on another day, because their last rung stands elsewhere; `atOnce`: on none to come. */
  readonly conclusions: { readonly moved: number; readonly atOnce: number };
}

/** Says what would happen, and writes nothing. Throws like the change itself. */
export async function previewLadder(desk: Desk, { cycle: id, ladder }: LadderChange): Promise<LadderPreview> {
  const { read } = desk.record;
  const [cycle, calendar] = await Promise.all([getCycle(read, id), desk.registers.calendar()]);
  if (nextCycleState(cycle.state, 'changeLadder') === undefined) throw new Refused('wrong-stage', { figures: { act: 'changeLadder', state: cycle.state }, possible: [] });
  assertLadder(ladder, await read.rungTexts.newest());
  const at = nowIn(desk, cycle);
  const duties = (await read.duties.all({ cycle: id })).filter(({ kind, state }) => isOpen(kind, state));
  const opinions = await read.opinions.listOpen(id);
  const directives = (await read.directives.list(id)).filter((directive) => isFollowed(directive, cycle));
  const awaited = [...duties.flatMap((duty) => awaitedOf(duty, cycle, opinions.filter((opinion) => opinion.duty === duty.id))), ...directives.map(directiveAwaited)];
  const after = withLadder(cycle.settings, ladder, at);
  return {
    changed: changedKinds(cycle.settings.ladder, ladder), open: { duties: duties.length, directives: directives.length },
    rungs: rungChanges(awaited, cycle.settings, after, { from: at, until: afterDay(calendar.addWorkingDays(dateOf(at), shownAhead)), calendar }),
    conclusions: conclusionsMoved({ duties, opinions, calendar }, cycle, after.ladder, at),
  };
}

interface Appraised {
  readonly duties: readonly Duty[];
  readonly opinions: readonly Opinion[];
  readonly calendar: Days;
}

function conclusionsMoved({ duties, opinions, calendar }: Appraised, { settings }: Cycle, ladder: Ladders, now: Instant): LadderPreview['conclusions'] {
  const moves = duties.filter(({ state }) => state === 'appraisal').flatMap((duty) => {
    const asked = opinions.filter((opinion) => opinion.duty === duty.id);
    const [before, after] = [conclusionAt(asked, duty, settings.ladder, calendar), conclusionAt(asked, duty, ladder, calendar)];
    return before === undefined || after === undefined || before === after ? [] : [{ after, isNew: before > now }];
  });
  return { moved: moves.length, atOnce: moves.filter(({ after, isNew }) => isNew && after <= now).length };
}

export interface ChangeLadder extends LadderChange {
  readonly reason: string;
  /** Version of the cycle that was read; another one now, and nothing is changed. */
  readonly expected?: number;
}

/**
 * Other rungs for a running year, from now on: what was sent stays, what has passed is not made up for. Tells every open plan, report and directive in the same transaction. A ladder that holds
 * already changes nothing.
 */
export async function changeLadder(desk: Desk, caller: Caller, { cycle: id, ladder, reason, expected }: ChangeLadder): Promise<Cycle> {
  const after = await commit(desk, caller, async (tx) => {
    const cycle = await getCycle(tx, id);
    assertLadder(ladder, await tx.rungTexts.newest());
    const kinds = changedKinds(cycle.settings.ladder, ladder);
    if (kinds.length === 0) return cycle;
    const at = nowIn(desk, cycle);
    const of = (ladders: Partial<Ladders>) => Object.fromEntries(kinds.map((kind) => [kind, ladders[kind]]));
    const done = await actOnCycle(tx, {
      cycle: id, act: 'changeLadder', actor: caller.actor, at, changes: { settings: withLadder(cycle.settings, ladder, at) }, details: { reason, kinds, was: of(cycle.settings.ladder), is: of(ladder) },
      ...(expected === undefined ? {} : { expectedVersion: expected }),
    });
    await tx.outbox.append(await wakingMessages(tx, done, ladderChanged), at);
    return done;
  });
  desk.registers.forget();
  return after;
}
