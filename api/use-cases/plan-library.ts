import type { Plan, Target } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import { searchKey } from '../../domain/search-key.ts';
import type { Desk } from './desk.ts';

export interface LoadedPlan {
  readonly hash: string;
  readonly plan: Plan;
  /** Which version of the plan it is, from 1. */
  readonly number: number;
  readonly versions: readonly string[];
}

/** A plan by its id: the newest version, or the one asked for. Throws `not-found`. */
export async function loadedPlan(desk: Desk, id: string, hash?: string): Promise<LoadedPlan> {
  const versions = await desk.record.read.planDocuments.versions(id);
  const wanted = hash ?? versions.at(-1);
  if (wanted === undefined || !versions.includes(wanted)) throw new Refused('not-found', { figures: { subject: id } });
  return { hash: wanted, plan: await desk.registers.plan(wanted), number: versions.indexOf(wanted) + 1, versions };
}

/** Every plan that is loaded, newest year first. */
export async function loadedPlans(desk: Desk): Promise<readonly Plan[]> {
  const plans = await Promise.all((await desk.record.read.planDocuments.list()).map(({ hash }) => desk.registers.plan(hash)));
  return plans.sort((a, b) => b.year - a.year || a.id.localeCompare(b.id));
}

/** The plan that a plan follows: of the years before, the one that shares most of its codes. */
export async function planBefore(desk: Desk, plan: Plan): Promise<Plan | undefined> {
  const codes = new Set(plan.targets.map(({ code }) => code));
  const shared = (other: Plan): number => other.targets.filter(({ code }) => codes.has(code)).length;
  return (await loadedPlans(desk)).filter((other) => other.id !== plan.id && other.year < plan.year).toSorted((a, b) => Number(b.issuer === plan.issuer) - Number(a.issuer === plan.issuer) || shared(b) - shared(a) || b.year - a.year)[0];
}

/** A stable code with everything that plans ever asked under it. */
export interface LibraryEntry {
  readonly code: string;
  /** As the newest plan states it. */
  readonly target: Target;
  readonly uses: readonly { readonly plan: string; readonly year: number; readonly target: Target }[];
}

/** All codes over all plans that are loaded, with their thresholds by year, newest first. */
export async function targetLibrary(desk: Desk, search = ''): Promise<readonly LibraryEntry[]> {
  const uses = (await loadedPlans(desk)).flatMap((plan) => plan.targets.map((target) => ({ plan: plan.id, year: target.dueYear, target })));
  const wanted = searchKey(search);
  const byCode = new Map<string, typeof uses>();
  for (const use of uses) byCode.set(use.target.code, [...(byCode.get(use.target.code) ?? []), use]);
  return [...byCode].flatMap(([code, of]): readonly LibraryEntry[] => {
    const sorted = of.toSorted((a, b) => b.year - a.year);
    const newest = sorted[0];
    return newest && searchKey(`${code} ${newest.target.name} ${newest.target.nameEn ?? ''}`).includes(wanted) ? [{ code, target: newest.target, uses: sorted }] : [];
  }).toSorted((a, b) => a.code.localeCompare(b.code));
}
