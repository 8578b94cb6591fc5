import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castOf } from '../../cli/rehearse/cast.ts';
import { actorOf } from '../../cli/rehearse/run/act.ts';
import { partKey, partsIn } from '../../cli/rehearse/run/people.ts';
import { settingOf } from '../../cli/rehearse/run/setting.ts';
import { rehearsedUnits } from '../../cli/rehearse/run/units.ts';
import { planScript } from '../../cli/rehearse/script/plan-script.ts';
import { reportScript } from '../../cli/rehearse/script/report-script.ts';
import { quarters, type Plan } from '../../domain/plan.ts';
import type { Unit } from '../../domain/unit.ts';
import { workingCalendar, type WorkingCalendar } from '../../domain/working-calendar.ts';
import { loadFirstData } from '../../main/prepare/data.ts';
import { expectedCounts } from '../../scripts/torture/expected.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';

/** What the set-up brings into an empty record: all plans and both registers side by side. */
let record: TestRecord;
let register: readonly Unit[];
let calendar: WorkingCalendar;
beforeAll(async () => {
  record = await openTestRecord();
  await loadFirstData(record);
  register = await record.read.units.list();
  calendar = workingCalendar(await record.read.calendarDays.list());
});
afterAll(() => record.close());

async function planOf(id: string): Promise<Plan> {
  const found = await record.read.planDocuments.latest(id);
  if (!found) throw new Error(`no ${id}`);
  return found.plan;
}

describe.each([
  { id: 'gia-lai-2022', units: 37, seconds: 300, counts: { plans: { submitted: 35, returned: 7, approved: 34, notApproved: 3 }, reports: { due: 148, onTime: 124, late: 16, missing: 8 } } },
  { id: 'gia-lai-2019', units: 37, seconds: 300, counts: { plans: { submitted: 35, returned: 7, approved: 34, notApproved: 3 }, reports: { due: 148, onTime: 124, late: 16, missing: 8 } } },
  { id: 'duc-co-2023', units: 20, seconds: 240, counts: { plans: { submitted: 19, returned: 4, approved: 18, notApproved: 2 }, reports: { due: 80, onTime: 68, late: 8, missing: 4 } } },
])('$id, as the set-up leaves it in the record', ({ id, units, seconds, counts }) => {
  it('can be rehearsed with all of its units, in minutes', async () => {
    const plan = await planOf(id);
    const setting = settingOf({ plan, units: rehearsedUnits(plan, register), calendar, seed: 1, startReal: 0 });
    expect(setting.cast.length).toBe(units);
    expect(setting.totalRealMs).toBeLessThan(seconds * 1000);
    expect(expectedCounts(setting.cast, quarters)).toEqual(counts);
  });

  it('has somebody for every step, and that somebody in the register', async () => {
    const plan = await planOf(id);
    const members = rehearsedUnits(plan, register);
    const known = new Set(register.map((unit) => unit.code));
    const parts = new Set(partsIn(plan.roles, members).map(partKey));
    const { dates } = settingOf({ plan, units: members, calendar, seed: 1, startReal: 0 });
    const steps = castOf(members, 1).flatMap((character) => [...planScript(character, dates), ...quarters.flatMap((quarter) => reportScript(character, quarter, dates))]);
    const actors = steps.map((step) => actorOf(step, plan.roles));
    expect(actors.filter((actor) => !parts.has(partKey(actor)) || !known.has(actor.unit))).toEqual([]);
    expect(new Set(actors.map((actor) => actor.role))).toEqual(new Set(['agency', 'appraiser', 'approver', 'secretariat']));
  });
});

it('a province that wants more units than its plan has takes none of a district\'s', async () => {
  const plan = await planOf('gia-lai-2022');
  expect(rehearsedUnits(plan, register, 45).filter((code) => code.includes('duc-co') && code !== 'ubnd-duc-co')).toEqual([]);
});

it('a district takes no other district', async () => {
  const plan = await planOf('duc-co-2023');
  expect(() => rehearsedUnits(plan, register, 22)).toThrow('Only 21 units of the register could run duc-co-2023');
});
