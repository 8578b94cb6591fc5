import { listScope } from '../../domain/permissions.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Language } from '../../domain/text.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { shippedCatalogue } from '../../rules/check.ts';
import { say } from '../../rules/result-words.ts';
import { isWaivable } from '../../rules/waivers.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

/** Frees a unit from a target or a rule until a date, with who allowed it and why. Rules that make a document readable at all are never waived. */
export async function grantWaiver(desk: Desk, caller: Caller, { cycle: id, waiver }: { cycle: string; waiver: Waiver }): Promise<{ waiver: Waiver }> {
  const cycle = await getCycle(desk.record.read, id);
  const at = nowIn(desk, cycle);
  const plan = await desk.registers.plan(cycle.planHash);
  const errors: FieldError[] = [];
  if (!(await desk.registers.members(id)).has(waiver.unit)) throw new Refused('not-in-cycle', { figures: { unit: waiver.unit, cycle: id } });
  if ((waiver.target === undefined) === (waiver.rule === undefined)) errors.push({ pointer: '/target', code: 'one-of', accepted: 'target | rule' });
  if (waiver.target !== undefined && !plan.targets.some((target) => target.id === waiver.target)) throw new Refused('unknown-target', { figures: { plan: plan.id }, errors: [{ pointer: '/target', code: 'unknown-target', value: waiver.target }] });
  errors.push(...ruleErrors(waiver));
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

/** A rule of the catalogue that may be waived at all; a target is waived by its id, not by the rule that judges it. */
function ruleErrors({ rule: id }: Waiver): readonly FieldError[] {
  if (id === undefined) return [];
  const { rules } = shippedCatalogue();
  const rule = rules.find((each) => each.id === id);
  if (!rule) return [{ pointer: '/rule', code: 'unknown-rule', value: id, accepted: rules.filter(isWaivable).map((each) => each.id).join(' | ') }];
  if (isWaivable(rule)) return [];
  const told = (language: Language): string => say(rule.says, language, 'not-waivable', { title: rule.words[language].title });
  return [{ pointer: '/rule', code: 'not-waivable', value: id, rule: id, message: { vi: told('vi'), en: told('en') } }];
}

export async function listWaivers(desk: Desk, caller: Caller, cycle: string): Promise<readonly Waiver[]> {
  await getCycle(desk.record.read, cycle);
  const own = listScope(caller.actor, 'waiver.list') === 'own';
  return desk.record.read.waivers.listOf(cycle, own ? caller.actor.unit : undefined);
}
