import { z } from 'zod';
import { day, issueOf, slug, text } from '../../plans/schema/words.ts';
import { severities } from '../../domain/verdict.ts';
import type { Condition } from '../conditions.ts';
import { scopes, type Scope } from '../facts/family.ts';
import { findFact } from '../facts/registry.ts';
import type { RuleFile } from '../rule.ts';
import { conditionFaults } from './condition-faults.ts';
import { unknownFact } from './words.ts';

const version = z.string().regex(/^\d+\.\d+\.\d+$/);

const factName = z.string().check((context) => {
  if (!findFact(context.value)) context.issues.push(issueOf(context.value, unknownFact(context.value)));
});

/** Checked by hand, so that each fault of a condition has its own place and words. */
const condition = z.unknown().check((context) => {
  for (const { path, value, code, accepted, message } of conditionFaults(context.value)) {
    context.issues.push({ ...issueOf(value, { code, accepted, message }), path: [...path] });
  }
}) as unknown as z.ZodType<Condition>;

const collections = scopes.filter((scope): scope is Exclude<Scope, 'document'> => scope !== 'document');

/** A rule file. What binds it to its name, its words and its grounds is checked by the loader. */
export const ruleSchema = z.strictObject({
  id: slug,
  version,
  stage: z.array(z.enum(['plan', 'report'])).min(1),
  effectiveFrom: day,
  effectiveTo: day.exactOptional(),
  severity: z.enum(severities),
  betaUntil: day.exactOptional(),
  waivable: z.literal(false).exactOptional(),
  ground: z.array(slug).min(1),
  forEach: z.enum(collections).exactOptional(),
  appliesWhen: z.record(factName, z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)).exactOptional(),
  skipWithout: z.array(factName).min(1).exactOptional(),
  require: condition,
  points: z.array(factName).min(1).exactOptional(),
} satisfies Record<keyof RuleFile, z.ZodType>) satisfies z.ZodType<RuleFile>;

export { groundsSchema } from '../grounds.ts';
export const ruleWordsSchema = z.record(slug, z.strictObject({ title: text, message: text, fix: text }));
export const sentencesSchema = z.record(z.string(), text);
