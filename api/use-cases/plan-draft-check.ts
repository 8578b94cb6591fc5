import type { PlainDate } from '../../domain/date.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { PlanBody, PlanDraft } from '../../domain/plan-draft.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Severity } from '../../domain/verdict.ts';
import { checkPlan } from '../../plans/checks/plan.ts';
import { faultsOf, type Fault } from '../../plans/issues.ts';
import { planSchema } from '../../plans/schema.ts';
import { checkPlanDocument } from '../../rules/plan-document/check.ts';
import type { PlanFinding } from '../../rules/plan-document/finding.ts';
import { loadPlanRules } from '../../rules/plan-document/load.ts';
import type { PlanRule } from '../../rules/plan-document/rule.ts';
import type { Desk } from './desk.ts';
import { createKept } from './kept.ts';
import { draftParts, entryNames, fieldErrorOf, isListPart, listParts, type DraftPart } from './plan-draft-edit.ts';

/** One thing that is wrong in a draft. `format`: the plan cannot be published with it; the rest is what the plan-document rules find. */
export interface DraftFinding {
  readonly kind: 'format' | 'rule';
  readonly severity: Severity;
  readonly part?: DraftPart;
  readonly entry?: string;
  readonly row?: string;
  readonly rule?: string;
  readonly where: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
  readonly ground?: string;
}

let shipped: readonly PlanRule[] | undefined;

/** The rules about plan documents, read once. */
const planRules = (): readonly PlanRule[] => (shipped ??= loadPlanRules());

/** Findings of the drafts lately looked at: every page of the editor asks for those of the whole draft. */
const keepFindings = createKept<readonly DraftFinding[]>(12);

/** Everything wrong in a draft: its format, what binds its parts to each other, and what the plan-document rules say. */
export async function checkPlanDraft(desk: Desk, { id, version, body }: Pick<PlanDraft, 'id' | 'version' | 'body'>): Promise<readonly DraftFinding[]> {
  const register = await desk.registers.units();
  const day = dateOf(desk.now());
  return keepFindings(desk.record, JSON.stringify([id, version, day, [...register.values()]]), async () => findingsOf(body, register, day));
}

function findingsOf(body: PlanBody, register: ReadonlyMap<string, Unit>, day: PlainDate): readonly DraftFinding[] {
  const parsed = planSchema.safeParse(body);
  const faults = parsed.success ? checkPlan(body, register) : faultsOf(parsed.error, planSchema, body);
  const found = checkPlanDocument(body, planRules(), day).findings;
  return [...faults.map((fault) => formatFinding(body, fault)), ...found.map((finding) => ruleFinding(body, finding))];
}

function formatFinding(body: PlanBody, fault: Fault): DraftFinding {
  const [first, index, below, row] = fault.path;
  const part = draftParts.find((each) => each === first) ?? (first === 'units' ? 'roles' : 'head');
  const { message, fix } = fieldErrorOf(fault);
  const entry = isListPart(part) && typeof index === 'number' ? entryNames(body, part)[index] : undefined;
  const rowName = part === 'tables' && below === 'rows' && typeof row === 'number' && typeof index === 'number' ? body.tables[index]?.rows[row]?.id : undefined;
  const none = { vi: '', en: '' };
  return { kind: 'format', severity: 'blocking', part, ...(entry ? { entry } : {}), ...(rowName ? { row: rowName } : {}), where: fault.path.filter((step) => typeof step === 'string').join(' › '), message: message ?? none, fix: fix ?? none };
}

/** Outside of tables a finding names its place in words: the entry whose id or name stands there, if there is one. */
function ruleFinding(body: PlanBody, { rule, severity, where, message, fix, ground }: PlanFinding): DraftFinding {
  const base = { kind: 'rule', severity, rule, where: where.label, message, fix, ...(ground === undefined ? {} : { ground }) } as const;
  if (where.table !== null) return { ...base, part: 'tables', entry: where.table, ...(where.row === null ? {} : { row: where.row }) };
  for (const part of listParts) {
    const index = body[part].findIndex((entry) => Object.entries(entry).some(([member, value]) => ['id', 'code', 'name', 'words', 'symbol'].includes(member) && typeof value === 'string' && value.length > 3 && where.label.includes(value)));
    if (index !== -1) return { ...base, part, entry: entryNames(body, part)[index] ?? '' };
  }
  return base;
}
