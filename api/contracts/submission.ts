import { z } from 'zod';
import { taskStatuses, type FundingSource, type PlanContent, type ReportContent } from '../../domain/submission.ts';
import { day, line, prose, slug, unitCode } from './common.ts';

/*
 * What units fill in. A figure that is not there is null: missing, never zero. Numbers are numbers: text where a number
 * belongs is refused with its place.
 */
const figure = z.number().nullable();
const dong = z.int().nullable().meta({ description: 'Whole đồng' });
const key = z.string().min(1).max(120);
const evidence = z.array(line(1000)).max(50).exactOptional();

const focalPoint = z.strictObject({ name: line(), email: z.email().max(200).exactOptional(), phone: line(40).exactOptional() });

const head = {
  unit: unitCode,
  plan: slug,
  year: z.int().min(2000).max(2100),
  symbol: line(100).exactOptional(),
  focalPoint: focalPoint.nullable(),
  sections: z.record(z.string().min(1).max(80), prose(20_000)),
};

const commitment = z.strictObject({ target: key, value: figure, notApplicable: prose().exactOptional(), comment: prose().exactOptional() });

const unitTask = z.strictObject({
  id: key, words: prose(), lead: z.string().max(200), coordinating: z.array(z.string().max(200)).max(100).exactOptional(), output: prose().exactOptional(),
  start: day.nullable(), due: day.nullable(), origin: z.enum(['plan', 'own', 'carried']),
});

const amounts = z.strictObject({
  central: dong.exactOptional(), 'local-investment': dong.exactOptional(), 'local-recurrent': dong.exactOptional(), other: dong.exactOptional(),
} satisfies Record<FundingSource, z.ZodType>);

const budgetLine = z.strictObject({ id: key, name: prose(1000), task: key.exactOptional(), aspect: z.enum(['investment', 'recurrent']), amounts, total: dong });

export const planContent = z.strictObject({
  kind: z.literal('plan'), ...head,
  targets: z.array(commitment).max(500), tasks: z.array(unitTask).max(1000), budget: z.array(budgetLine).max(1000),
  budgetTotal: dong, budgetTotalInWords: prose(500).exactOptional(),
}).meta({ id: 'PlanContent' }) satisfies z.ZodType<PlanContent>;

const targetFigure = z.strictObject({
  target: key, numerator: figure.exactOptional(), denominator: figure.exactOptional(), value: figure.exactOptional(), answer: z.boolean().nullable().exactOptional(),
  notApplicable: prose().exactOptional(), comment: prose().exactOptional(), evidence,
});

const taskProgress = z.strictObject({
  task: key, status: z.enum(taskStatuses).nullable(), percent: figure.exactOptional(), doneOn: day.exactOptional(), comment: prose().exactOptional(), evidence,
});

export const reportContent = z.strictObject({
  kind: z.literal('report'), ...head,
  period: z.string().regex(/^\d{4}-Q[1-4]$/), figuresTo: day.nullable(),
  targets: z.array(targetFigure).max(500), tasks: z.array(taskProgress).max(1000), spending: z.array(z.strictObject({ line: key, spent: dong })).max(1000),
}).meta({ id: 'ReportContent' }) satisfies z.ZodType<ReportContent>;

