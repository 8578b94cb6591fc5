import { parseNumber } from '../../domain/numbers.ts';
import type { AppliesTo, Plan } from '../../domain/plan.ts';
import { searchKey } from '../../domain/search-key.ts';
import { unitLevels, type Unit, type UnitLevel } from '../../domain/unit.ts';

/** What one name in a pasted table stands for. */
export type Scope = { readonly levels: readonly UnitLevel[] } | { readonly group: string } | { readonly unit: string };

/** Names that a pasted table may use for whom a target binds, folded. */
export interface ScopeNames {
  readonly find: (name: string) => Scope | undefined;
  /** Whom a target binds when the table does not say: the levels of the units that run the plan. */
  readonly everyone: readonly UnitLevel[];
}

const folded = (name: string): string => searchKey(name).replace(/[^a-z0-9]+/g, ' ').trim();

/**
 * Levels and groups by code or by `words` (how people call them), units of the register by code or name, and words for everyone. A name that two units share stands
 * for the one that runs the plan, if only one does; else only their codes tell them apart.
 */
export function scopeNames(plan: Pick<Plan, 'units'>, register: ReadonlyMap<string, Unit>, words: Iterable<readonly [string, Scope]>): ScopeNames {
  const running = new Set(plan.units);
  const of = new Set(plan.units.flatMap((code) => register.get(code)?.level ?? []));
  const everyone = of.size > 0 ? unitLevels.filter((level) => of.has(level)) : (['department', 'district'] as const);
  const names = new Map<string, Scope | undefined>();
  const units = [...register.values()];
  const sharing = new Map<string, Unit[]>();
  for (const each of units) sharing.set(folded(each.name), [...(sharing.get(folded(each.name)) ?? []), each]);
  for (const [name, called] of sharing) {
    const [one, ...others] = called.length > 1 ? called.filter(({ code }) => running.has(code)) : called;
    if (one && others.length === 0) names.set(name, { unit: one.code });
  }
  for (const { code, group } of units) {
    if (group !== undefined) names.set(folded(group), { group });
    names.set(folded(code), { unit: code });
  }
  for (const level of unitLevels) names.set(folded(level), { levels: [level] });
  for (const [word, scope] of words) names.set(folded(word), scope);
  for (const word of ['each', 'tất cả', 'tất cả các đơn vị', 'mọi đơn vị', 'các đơn vị', 'từng đơn vị', 'all', 'all units']) names.set(folded(word), { levels: everyone });
  return { find: (name) => names.get(folded(name)), everyone };
}

export type ScopeEntry = { readonly appliesTo: AppliesTo } | { readonly unknown: string };

/** Reads a cell such as `sở, ban, ngành; UBND huyện Đức Cơ = 95`: names parted by `;` (or by commas, where no name has one), a unit's own threshold after `=`. */
export function scopeOf(text: string, names: ScopeNames): ScopeEntry {
  const [levels, groups, units, unitThresholds] = [new Set<UnitLevel>(), new Set<string>(), new Set<string>(), new Map<string, number>()];
  const pieces = text.split(/[;|]/).flatMap((piece) => (names.find(piece.split('=')[0] ?? '') ? [piece] : commaParted(piece, names)));
  for (const piece of pieces.map((each) => each.trim()).filter((each) => each !== '')) {
    const [name = '', own] = piece.split('=').map((each) => each.trim());
    const scope = names.find(name);
    const threshold = own === undefined ? undefined : parseNumber(own, { suffix: '%' });
    if (!scope || (threshold && (!('value' in threshold) || !('unit' in scope)))) return { unknown: piece };
    if ('levels' in scope) for (const level of scope.levels) levels.add(level);
    else if ('group' in scope) groups.add(scope.group);
    else units.add(scope.unit);
    if ('unit' in scope && threshold && 'value' in threshold) unitThresholds.set(scope.unit, threshold.value);
  }
  return {
    appliesTo: {
      ...(levels.size > 0 ? { levels: unitLevels.filter((level) => levels.has(level)) } : {}), ...(groups.size > 0 ? { groups: [...groups] } : {}), ...(units.size > 0 ? { units: [...units] } : {}),
      ...(unitThresholds.size > 0 ? { unitThresholds: Object.fromEntries(unitThresholds) } : {}),
    },
  };
}

/** Commas part names too, but some names have commas: as many of the parts as make a name stay together. */
function commaParted(text: string, names: ScopeNames): readonly string[] {
  const parts = text.split(',');
  const pieces: string[] = [];
  for (let from = 0; from < parts.length;) {
    let to = parts.length;
    while (to > from + 1 && !names.find(parts.slice(from, to).join(',').split('=')[0] ?? '')) to -= 1;
    pieces.push(parts.slice(from, to).join(','));
    from = to;
  }
  return pieces;
}
