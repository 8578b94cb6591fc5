import { z } from 'zod';
import type { BudgetLine, BudgetSpent, FundingSource, PlanContent, ReportContent, SubmissionKind, TargetCommitment, TargetFigure, TaskProgress, TaskStatus, UnitTask } from '../../domain/submission.ts';
import { answer, day, dong, figure, oneOf, words } from './leaves.ts';

/*
 * A form is the content that a unit submits, as a file: the same fields, blank where they are not filled yet. `$help` may stand in each block
 * of a JSON form and says what its fields take; it is read over.
 */
const help = { $help: z.unknown().exactOptional() };
const key = z.string().trim().min(1).max(120);
const optional = words.exactOptional();
const missing = <Leaf extends z.ZodType>(leaf: Leaf) => leaf.prefault(null as never);
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(1000).nullable().exactOptional();
const list = z.array(z.string()).max(100).nullable().exactOptional();

type Shape<Of> = Record<keyof Of, z.ZodType>;

/** In Vietnamese as well as by key. */
export const statusWords = {
  'not-started': ['chưa bắt đầu', 'chưa thực hiện'], 'in-progress': ['đang thực hiện'], done: ['hoàn thành', 'đã hoàn thành'], stopped: ['dừng', 'dừng thực hiện'],
} as const satisfies Readonly<Record<TaskStatus, readonly string[]>>;

const focalPoint = z.strictObject({ ...help, name: optional, email: optional, phone: optional });

const head = {
  ...help,
  unit: key, plan: key, year: z.int().min(2000).max(2100), symbol: optional, focalPoint: focalPoint.nullable().exactOptional(),
  sections: z.record(z.string().max(80), words).nullable().exactOptional(),
};

const commitment = z.strictObject({ ...help, target: key, value: missing(figure('%')), notApplicable: optional, comment: optional } satisfies Shape<TargetCommitment>);

const task = z.strictObject({
  ...help,
  id: key, words: missing(words), lead: missing(words), coordinating: list, output: optional, start: missing(day), due: missing(day),
  origin: missing(oneOf({ plan: [], own: [], carried: [] })),
} satisfies Shape<UnitTask>);

const amounts = z.strictObject({
  ...help, central: missing(dong), 'local-investment': missing(dong), 'local-recurrent': missing(dong), other: missing(dong),
} satisfies Shape<Record<FundingSource, number>>);

const budgetLine = z.strictObject({
  ...help, id: key, name: missing(words), task: optional, aspect: z.enum(['investment', 'recurrent']), amounts: amounts.nullable().exactOptional(), total: missing(dong),
} satisfies Shape<BudgetLine>);

const planForm = z.strictObject({
  kind: z.literal('plan'), ...head, targets: rows(commitment), tasks: rows(task), budget: rows(budgetLine), budgetTotal: missing(dong), budgetTotalInWords: optional,
} satisfies Shape<PlanContent>);

const targetFigure = z.strictObject({
  ...help,
  target: key, numerator: figure().exactOptional(), denominator: figure().exactOptional(), value: figure('%').exactOptional(), answer: answer.exactOptional(),
  notApplicable: optional, comment: optional, evidence: list,
} satisfies Shape<TargetFigure>);

const progress = z.strictObject({
  ...help, task: key, status: missing(oneOf(statusWords)), percent: figure('%').exactOptional(), doneOn: day.exactOptional(), comment: optional, evidence: list,
} satisfies Shape<TaskProgress>);

const spent = z.strictObject({ ...help, line: key, spent: missing(dong) } satisfies Shape<BudgetSpent>);

const reportForm = z.strictObject({
  kind: z.literal('report'), ...head, period: z.string().regex(/^\d{4}-Q[1-4]$/), figuresTo: missing(day), targets: rows(targetFigure), tasks: rows(progress), spending: rows(spent),
} satisfies Shape<ReportContent>);

/** What a form of each kind may hold. */
export const formSchemas = { plan: planForm, report: reportForm } as const satisfies Readonly<Record<SubmissionKind, z.ZodType>>;

export type Form = z.output<typeof planForm> | z.output<typeof reportForm>;

/** Enough of a form to tell which kind it is of. */
export const kindSchema = z.looseObject({ kind: z.enum(['plan', 'report']) });

