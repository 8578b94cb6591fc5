import { z } from 'zod';
import { severities, standings } from '../../domain/verdict.ts';
import { bilingual, day } from './common.ts';

export const standing = z.enum(standings);

const ruleInput = z.strictObject({ name: z.string(), label: bilingual, value: z.union([z.number(), z.string(), z.boolean()]).nullable(), source: z.string() });

export const ruleResult = z.strictObject({
  rule: z.string(), ruleVersion: z.string(), outcome: z.enum(['satisfied', 'violated', 'unknown', 'not-applicable']), severity: z.enum(severities),
  target: z.string().exactOptional(), standing: standing.exactOptional(), inputs: z.array(ruleInput), formula: bilingual.exactOptional(),
  threshold: z.number().exactOptional(), gap: z.number().exactOptional(), message: bilingual, fix: bilingual.exactOptional(), pointers: z.array(z.string()),
  clause: z.string().exactOptional(), quote: z.string().exactOptional(), ground: z.string().exactOptional(),
  waiver: z.strictObject({ reason: z.string(), approver: z.string(), expires: day }).exactOptional(), blocksFrom: day.exactOptional(),
}).meta({ id: 'RuleResult' });

export const finding = ruleResult.extend({ outcome: z.enum(['violated', 'unknown']) }).meta({ id: 'Finding' });

export const verdictSummary = z.strictObject({
  outcome: z.enum(['pass', 'findings', 'blocked']), rulesetVersion: z.string(), counts: z.strictObject({ blocking: z.number(), warning: z.number(), note: z.number() }),
});

export const verdict = verdictSummary.extend({ results: z.array(ruleResult), standings: z.record(z.string(), standing) }).meta({ id: 'Verdict' });
