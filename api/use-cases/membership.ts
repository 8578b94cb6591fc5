import { isCycleOver } from '../../domain/cycle-over.ts';
import type { Cycle, CycleUnit } from '../../domain/cycle.ts';
import type { Duty } from '../../domain/duty.ts';
import { mattersOfGuidance } from '../../domain/guidance-matters.ts';
import { firstPlanDuties } from '../../domain/opening.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { isOpen, possibleActs } from '../../domain/stages.ts';
import { actOnDuty } from '../../domain/transition.ts';
import { isUnitValidOn } from '../../domain/unit.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

export interface Membership {
  readonly member: CycleUnit;
  readonly duties: readonly Duty[];
}

interface Change {
  readonly cycle: string;
  readonly unit: string;
  readonly reason: string;
}

/** A unit joins in mid-year. Once drafting has been opened it owes a plan from that day, at least as long as a revision takes. */
export async function addUnit(desk: Desk, caller: Caller, { cycle: id, unit: code, reason }: Change): Promise<Membership> {
  const { read } = desk.record;
  const cycle = await getCycle(read, id);
  const at = nowIn(desk, cycle);
  const unit = (await desk.registers.units()).get(code);
  if (!unit || !isUnitValidOn(unit, dateOf(at))) throw new Refused('unknown-unit', { figures: { unit: code }, errors: [{ pointer: '/unit', code: unit ? 'unit-closed' : 'unknown-unit', value: code }] });
  assertOpenYear(cycle);
  const members = await read.cycleUnits.list(id);
  if (members.some((each) => each.unit === code)) throw new Refused('already-exists', { figures: { subject: `${id}/${code}` } });
  const member: CycleUnit = { cycle: id, unit: code, shard: Math.floor(members.length / cycle.settings.shardSize), joinedOn: dateOf(at), leftOn: null, reason };
  const duties = cycle.state === 'guidance' ? [] : firstPlanDuties(cycle, [member], await desk.registers.calendar(), at);
  const answer = await commit(desk, caller, async (tx) => {
    await tx.cycleUnits.insertMany([member]);
    await tx.duties.insertMissing(duties);
    await tx.notices.tell(duties.flatMap(({ due }) => mattersOfGuidance([code], { cycle: id, due, at })));
    await tx.audit.append([{ at, actor: actorId(caller.actor), act: 'addUnit', cycle: id, unit: code, subject: id, outcome: 'done', details: { reason, duties: duties.map((duty) => duty.id) } }]);
    await tx.outbox.append(duties.map((duty) => ({ workflowId: duty.id, workflowType: 'unitPlan' as const, act: 'addUnit', version: duty.version })), at);
    return { member, duties };
  });
  desk.registers.forget();
  return answer;
}

function assertOpenYear(cycle: Cycle): void {
  if (isCycleOver(cycle) || cycle.state === 'closing') throw new Refused('cycle-over', { figures: { cycle: cycle.id, state: cycle.state } });
}

/** A unit leaves in mid-year: its membership ends today and what it still owes is retired; what it has given stays. */
export async function retireUnit(desk: Desk, caller: Caller, { cycle: id, unit, reason }: Change): Promise<Membership> {
  const { read } = desk.record;
  const cycle = await getCycle(read, id);
  const at = nowIn(desk, cycle);
  assertOpenYear(cycle);
  const member = await read.cycleUnits.find(id, unit);
  if (!member || member.leftOn !== null) throw new Refused('not-in-cycle', { figures: { unit, cycle: id } });
  const answer = await commit(desk, caller, async (tx) => {
    if (!(await tx.cycleUnits.leave(id, unit, dateOf(at), reason))) throw new Refused('not-in-cycle', { figures: { unit, cycle: id } });
    const duties: Duty[] = [];
    for (const duty of await tx.duties.all({ cycle: id, unit })) {
      if (!isOpen(duty.kind, duty.state) || !possibleActs(duty.kind, duty.state).includes('retire')) continue;
      duties.push((await actOnDuty(tx, { duty: duty.id, act: 'retire', actor: caller.actor, at, details: { reason } })).duty);
    }
    await tx.audit.append([{ at, actor: actorId(caller.actor), act: 'retireUnit', cycle: id, unit, subject: id, outcome: 'done', details: { reason, duties: duties.map((duty) => duty.id) } }]);
    return { member: { ...member, leftOn: dateOf(at), reason }, duties };
  });
  desk.registers.forget();
  return answer;
}
