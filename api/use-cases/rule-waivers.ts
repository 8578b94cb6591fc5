import { listScope } from '../../domain/permissions.ts';
import type { Waiver } from '../../domain/waiver.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';

export interface RuleWaiver extends Waiver {
  readonly cycle: { readonly id: string; readonly title: string };
  readonly name: string;
}

/** Waivers of a rule in the cycles that run; a unit sees its own. */
export async function listRuleWaivers({ record: { read }, registers }: Desk, caller: Caller, rule: string): Promise<readonly RuleWaiver[]> {
  const scope = listScope(caller.actor, 'waiver.list');
  if (scope === undefined) return [];
  const [cycles, register] = await Promise.all([read.cycles.listOpen(), registers.units()]);
  const found = await Promise.all(cycles.map(async ({ id, title }) => (await read.waivers.listOf(id, scope === 'own' ? caller.actor.unit : undefined))
    .filter((waiver) => waiver.rule === rule).map((waiver): RuleWaiver => ({ ...waiver, cycle: { id, title }, name: register.get(waiver.unit)?.name ?? waiver.unit }))));
  return found.flat();
}
