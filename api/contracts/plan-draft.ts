import { z } from 'zod';
import { severities } from '../../domain/verdict.ts';
import { draftParts } from '../use-cases/plan-draft-edit.ts';
import { bilingual, hash, instant, line, slug } from './common.ts';

export const newPlanDraft = z.strictObject({
  plan: slug.meta({ description: 'Id under which the plan will be published' }), title: line(300), year: z.coerce.number().int().min(2000).max(2100), base: slug.exactOptional().meta({ description: 'Plan to begin with; absent: empty' }),
});

const list = z.array(z.looseObject({}));
/** A plan as far as it is written: its parts are there, what they hold is looked at by the check. */
export const planBody = z.looseObject({
  id: slug, register: slug, title: z.string().max(300), year: z.int().min(2000).max(2100), units: z.array(slug).max(5000), roles: z.looseObject({}), calendar: z.looseObject({ periods: z.array(z.looseObject({})) }),
  targets: z.array(z.looseObject({ id: z.string(), code: z.string(), dueYear: z.number(), appliesTo: z.looseObject({}) })), tasks: z.array(z.looseObject({ id: z.string(), lead: z.array(z.string()) })),
  results: list, tables: z.array(z.looseObject({ id: z.string(), columns: list, rows: z.array(z.looseObject({ id: z.string(), cells: z.looseObject({}) })) })), legalGrounds: list, responsibilities: list,
});
export const planBodySaved = z.strictObject({ body: planBody });

const summary = { id: z.string(), plan: slug, title: z.string(), year: z.int(), base: hash.nullable(), version: z.int(), savedAt: instant, savedBy: z.string() };
export const planDraftSummary = z.strictObject(summary);
export const planDraft = z.strictObject({ ...summary, body: z.looseObject({ id: z.string() }) }).meta({ id: 'PlanDraft' });

export const draftFinding = z.strictObject({
  kind: z.enum(['format', 'rule']), severity: z.enum(severities), part: z.enum(draftParts).exactOptional(), entry: z.string().exactOptional(), row: z.string().exactOptional(), rule: z.string().exactOptional(), where: z.string(), message: bilingual, fix: bilingual, ground: z.string().exactOptional(),
});
export const publishing = z.strictObject({ version: z.coerce.number().int() });
export const publication = z.strictObject({ plan: slug, number: z.int(), hash }).meta({ id: 'PlanPublication' });

export const libraryQuery = z.strictObject({ search: z.string().max(100).exactOptional() });
export const libraryEntry = z.strictObject({ code: slug, target: z.looseObject({ name: z.string() }), uses: z.array(z.strictObject({ plan: z.string(), year: z.int(), target: z.looseObject({}) })) });
