import { contentHash } from '../../domain/content-hash.ts';
import { seededCalendarDays } from '../../domain/holidays.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { loadPlan, loadUnits, planIds } from '../../plans/load.ts';

/** What was new in the record. */
export interface Loaded {
  readonly plans: readonly string[];
  readonly units: number;
  readonly calendarDays: number;
}

/** Loads the plans that come with the product (a changed file as a new version), units the register lacks, and the working calendar when there is none. */
export async function loadFirstData(record: RecordStore, ids: readonly string[] = planIds()): Promise<Loaded> {
  const { read } = record;
  const shipped = ids.map((id) => loadPlan(id)).map((plan) => ({ id: plan.id, register: plan.register, plan, hash: contentHash(plan) }));
  const known = new Set((await read.units.list()).map(({ code }) => code));
  const units = [...new Set(shipped.map(({ register }) => register))].flatMap((register) => [...loadUnits(register).values()]).filter(({ code }) => !known.has(code));
  const isKnown = await Promise.all(shipped.map(({ hash }) => read.planDocuments.find(hash)));
  const plans = shipped.filter((_, index) => !isKnown[index]);
  const days = (await read.calendarDays.count()) === 0 ? seededCalendarDays : [];
  if (units.length + plans.length + days.length > 0) {
    await record.write(async (tx) => {
      await tx.units.upsertMany(units);
      await tx.calendarDays.upsertMany(days);
      for (const { hash, plan } of plans) await tx.planDocuments.put(hash, plan);
    });
  }
  return { plans: plans.map(({ id }) => id), units: units.length, calendarDays: days.length };
}
