import type { PlainDate } from '../../domain/date.ts';
import { decimalToNumber, subtractDecimals } from '../../domain/decimal.ts';
import { formatNumber } from '../../domain/numbers.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Language } from '../../domain/text.ts';
import { isInForce } from '../rule.ts';
import { planDocument, type PlanDocument } from './document.ts';
import type { Found, PlanFinding } from './finding.ts';
import type { PlanRule } from './rule.ts';

export interface PlanCheck {
  readonly plan: string;
  readonly rulesRun: number;
  readonly findings: readonly PlanFinding[];
}

/** Checks a whole plan by the rules that are in effect on a day; with its source text, the wording of all of it. */
export function checkPlanDocument(plan: Plan, rules: readonly PlanRule[], day: PlainDate, source?: string): PlanCheck {
  const document = planDocument(plan, source);
  const inEffect = rules.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === undefined || day <= effectiveTo));
  return { plan: plan.id, rulesRun: inEffect.length, findings: inEffect.flatMap((rule) => findingsOf(rule, document, day)).sort(byPlace(plan)) };
}

function findingsOf(rule: PlanRule, document: PlanDocument, day: PlainDate): readonly PlanFinding[] {
  const ground = rule.grounds.find((each) => isInForce(each, day)) ?? rule.grounds[0];
  const { vi, en } = rule.words;
  return rule.find(document).map((found) => ({
    rule: rule.id,
    ruleVersion: rule.version,
    severity: rule.severity,
    where: found.where,
    stated: found.stated,
    computed: found.computed,
    message: { vi: vi.message.render(shown, found, 'vi'), en: en.message.render(shown, found, 'en') },
    fix: { vi: vi.fix.render(shown, found, 'vi'), en: en.fix.render(shown, found, 'en') },
    ...(ground === undefined ? {} : { ground: ground.name }),
  }));
}

function shown(place: string, { where, stated, computed, words }: Found, language: Language): string | undefined {
  const value = place === 'label' ? where.label : place === 'stated' ? stated : place === 'computed' ? computed : place === 'difference' ? apart(stated, computed) : words?.[place];
  return typeof value === 'number' ? formatNumber(value, language) : (value ?? undefined);
}

function apart(stated: Found['stated'], computed: Found['computed']): number | undefined {
  return typeof stated === 'number' && typeof computed === 'number' ? Math.abs(decimalToNumber(subtractDecimals(stated, computed))) : undefined;
}

/** Tables in the order of the document, then what is elsewhere; within one place, blocking first. */
function byPlace({ tables }: Plan): (a: PlanFinding, b: PlanFinding) => number {
  const table = ({ where }: PlanFinding): number => (where.table === null ? tables.length : tables.findIndex(({ id }) => id === where.table));
  const row = ({ where }: PlanFinding): number => {
    const index = tables.find(({ id }) => id === where.table)?.rows.findIndex(({ id }) => id === where.row) ?? -1;
    return index === -1 ? Number.MAX_SAFE_INTEGER : index;
  };
  return (a, b) => table(a) - table(b) || row(a) - row(b);
}
