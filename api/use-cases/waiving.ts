import type { Waiver } from '../../domain/check.ts';
import { listScope } from '../../domain/permissions.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

/** Frees a unit from a target or a rule until a date, with who allowed it and why. */
export async function grantWaiver(desk: Desk, caller: Caller, { cycle: id, waiver }: { cycle: string; waiver: Waiver }): Promise<{ waiver: Waiver }> {
  const cycle = await getCycle(desk.record.read, id);
  const at = nowIn(desk, cycle);
  const plan = await desk.registers.plan(cycle.planHash);
  const errors: FieldError[] = [];
  if (!(await desk.registers.members(id)).has(waiver.unit)) throw new Refused('not-in-cycle', { figures: { unit: waiver.unit, cycle: id } });
  if ((waiver.target === undefined) === (waiver.rule === undefined)) errors.push({ pointer: '/target', code: 'one-of', accepted: 'target | rule' });
  if (waiver.target !== undefined && !plan.targets.some((target) => target.id === waiver.target)) throw new Refused('unknown-target', { figures: { plan: plan.id }, errors: [{ pointer: '/target', code: 'unknown-target', value: waiver.target }] });
  if (waiver.expires < dateOf(at)) errors.push({ pointer: '/expires', code: 'past', value: waiver.expires, accepted: `≥ ${dateOf(at)}` });
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
  const answer = await commit(desk, caller, async (tx) => {
    await tx.waivers.insert(id, waiver);
    await tx.audit.append([{ at, actor: actorId(caller.actor), act: 'grantWaiver', cycle: id, unit: waiver.unit, subject: id, outcome: 'done', details: { ...waiver } }]);
    return { waiver };
  });
  desk.registers.forget();
  return answer;
}

export async function listWaivers(desk: Desk, caller: Caller, cycle: string): Promise<readonly Waiver[]> {
  await getCycle(desk.record.read, cycle);
  const own = listScope(caller.actor, 'waiver.list') === 'own';
  return desk.record.read.waivers.listOf(cycle, own ? caller.actor.unit : undefined);
}
