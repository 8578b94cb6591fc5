import { z } from 'zod';
import type { PlainDate } from '../../domain/date.ts';
import { severities, type Severity } from '../../domain/verdict.ts';
import { day, slug } from '../../plans/schema/words.ts';
import type { Ground, Rule } from '../rule.ts';
import type { Finder } from './document.ts';

/** A rule about a whole plan document, as its file gives it. */
export interface PlanRuleFile {
  readonly id: string;
  /** Raised when the rule finds something else. */
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo?: PlainDate;
  readonly severity: Severity;
  /** Ids in grounds.yaml; the first that is in force on the day is cited. */
  readonly ground: readonly string[];
}

export interface PlanRule extends PlanRuleFile {
  readonly grounds: readonly Ground[];
  readonly words: Rule['words'];
  readonly find: Finder;
}

export const planRuleSchema = z.strictObject({
  id: slug,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  effectiveFrom: day,
  effectiveTo: day.exactOptional(),
  severity: z.enum(severities),
  ground: z.array(slug).min(1),
} satisfies Record<keyof PlanRuleFile, z.ZodType>) satisfies z.ZodType<PlanRuleFile>;
