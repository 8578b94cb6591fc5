import fc from 'fast-check';
import { fillPlan } from '../../../cli/rehearse/content/plan-content.ts';
import { withValueAt } from '../../../cli/rehearse/content/pointer.ts';
import { fillReport } from '../../../cli/rehearse/content/report-content.ts';
import type { CheckInput } from '../../../domain/check.ts';
import { periodId } from '../../../domain/ids.ts';
import { atTime } from '../../../domain/plain-date.ts';
import { quarters, type Plan, type Quarter } from '../../../domain/plan.ts';
import { prefillPlan, prefillReport } from '../../../domain/prefill.ts';
import type { PlanContent, ReportContent, SubmissionContent } from '../../../domain/submission.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { Waiver } from '../../../domain/waiver.ts';
import { loadPlan, loadUnits, planIds } from '../../../plans/load.ts';
import type { Catalogue } from '../../../rules/catalogue.ts';
import { leavesOf } from './leaves.ts';

interface Setting {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly units: ReadonlyMap<string, Unit>;
}

/** Every unit of every plan that comes with the product. */
const settings = planIds().flatMap((id): readonly Setting[] => {
  const plan = loadPlan(id);
  const units = loadUnits(plan.register);
  return plan.units.flatMap((code) => { const unit = units.get(code); return unit ? [{ plan, unit, units }] : []; });
});

const periodOf = ({ calendar, year }: Plan, quarter: Quarter): CheckInput['period'] => {
  const period = calendar.periods.find((each) => each.quarter === quarter);
  return period && { ...period, id: periodId(year, quarter) };
};

interface Author { readonly seed: number; readonly ability: number }

const planBy = ({ plan, unit }: Setting, { seed, ability }: Author): PlanContent =>
  fillPlan(prefillPlan({ plan, unit }), { plan, seed, round: 1, character: { unit: unit.code, ability } });

function reportBy(setting: Setting, { seed, ability }: Author, quarter: Quarter, ownPlan: PlanContent): ReportContent {
  const { plan, unit } = setting;
  const period = periodOf(plan, quarter);
  if (!period) throw new Error(`${plan.id} has no ${quarter}`);
  return fillReport(prefillReport({ plan, unit, period, approvedPlan: ownPlan }), { plan, seed, quarter, ownPlan, character: { unit: unit.code, ability } });
}

/** What may come to stand where a figure or a date belongs, and where words do: content is read by its contract before any check, so words stay words. */
const slips = fc.record({
  figure: fc.constantFrom<unknown>(undefined, null, '97', '', true, 0, -1, 58, 97.5, 1e9, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '2022-06-30', '2019-01-01'),
  words: fc.constantFrom('', ' ', '97', 'khong-co', 'Mật', '2022-06-30', 'not-a-date', 'done', 'not-started'),
});

interface Slip { readonly where: number; readonly figure: unknown; readonly words: string }

function withSlips<Content extends SubmissionContent>(content: Content, made: readonly Slip[]): Content {
  const places = leavesOf(content).filter(({ pointer }) => pointer !== '/kind' && pointer !== '/period');
  return made.reduce((slipped, { where, figure, words }) => {
    const place = places[where % places.length];
    return place ? withValueAt(slipped, place.pointer, typeof place.value === 'string' ? words : figure) : slipped;
  }, content);
}

/** A target entered twice, the second time with the figures of another. */
function withRepeat<Content extends SubmissionContent>(content: Content, repeat: readonly [number, number] | null): Content {
  const [one, other] = (repeat ?? []).map((place) => content.targets[place % content.targets.length]);
  return one && other ? { ...content, targets: [...content.targets, { ...other, target: one.target }] } : content;
}

const waiverOf = (unit: string) => ([kind, id, isOver]: readonly ['target' | 'rule', string, boolean]): Waiver =>
  ({ unit, [kind]: id, reason: 'đang chuyển hệ thống', approver: 'ubnd-tinh', expires: isOver ? '2018-01-01' : '2030-01-01' });

/**
 * Checks as they happen: plans and reports of every unit of the real plans, filled in by able and less able authors, with slips in any field,
 * with and without history, on days in and far out of the year, under waivers.
 */
export function submissions({ rules }: Pick<Catalogue, 'rules'>): fc.Arbitrary<CheckInput> {
  const author = fc.record({ seed: fc.nat(1_000), ability: fc.double({ min: 0.2, max: 1, noNaN: true }) });
  const waived = fc.oneof(
    fc.tuple(fc.constant('rule' as const), fc.constantFrom('target-figure', 'target-commitment', ...rules.map(({ id }) => id)), fc.boolean()),
    fc.tuple(fc.constant('target' as const), fc.constantFrom(...new Set(settings.flatMap(({ plan }) => plan.targets.map(({ id }) => id)))), fc.boolean()),
  );
  return fc.record({
    setting: fc.constantFrom(...settings), author, quarter: fc.constantFrom(undefined, ...quarters), slips: fc.array(fc.tuple(fc.nat(5_000), slips).map(([where, slip]) => ({ where, ...slip })), { maxLength: 12 }),
    repeat: fc.option(fc.tuple(fc.nat(100), fc.nat(100))), hasHistory: fc.boolean(), day: fc.constantFrom('2018-11-01', '2019-07-01', '2021-10-20', '2022-03-16', '2022-12-16', '2025-07-01'), waivers: fc.array(waived, { maxLength: 6 }),
  }).map((made) => {
    const { plan, unit, units } = made.setting;
    const own = planBy(made.setting, made.author);
    // a plan over several years has reports of some quarters only
    const given = plan.calendar.periods.map((each) => each.quarter);
    const quarter = made.quarter && given.includes(made.quarter) ? made.quarter : undefined;
    const earlier = quarter && given[given.indexOf(quarter) - 1];
    const period = quarter && periodOf(plan, quarter);
    const history = !made.hasHistory ? {} : quarter === undefined ? { lastYearPlan: own } : { approvedPlan: own, ...(earlier ? { previousReport: reportBy(made.setting, made.author, earlier, own) } : {}) };
    return {
      content: withSlips(withRepeat<SubmissionContent>(quarter === undefined ? own : reportBy(made.setting, made.author, quarter, own), made.repeat), made.slips),
      plan, unit, units, cycleUnits: new Set(plan.units), ...(period ? { period } : {}), at: atTime(made.day, '09:00'), history, waivers: made.waivers.map(waiverOf(unit.code)), calendarDays: [],
    };
  });
}
