import { z } from 'zod';
import type { CoverageReason, LegalGround, PlanTask, Responsibility, Result } from '../../domain/plan.ts';
import { day, quote, slug, text } from './words.ts';

export const taskSchema = z.strictObject({
  id: slug,
  number: text.exactOptional(),
  clause: text,
  quote: quote.exactOptional(),
  words: text,
  lead: z.array(slug),
  coordinating: z.array(slug).exactOptional(),
  executing: z.array(slug).exactOptional(),
  output: text.exactOptional(),
  start: day.exactOptional(),
  due: day.exactOptional(),
  time: text.exactOptional(),
} satisfies Record<keyof PlanTask, z.ZodType>) satisfies z.ZodType<PlanTask>;

export const resultSchema = z.strictObject({
  id: slug,
  clause: text,
  quote: quote.exactOptional(),
  name: text,
  value: z.number().exactOptional(),
  numerator: z.number().exactOptional(),
  denominator: z.number().exactOptional(),
  unit: text,
  targetCode: slug.exactOptional(),
} satisfies Record<keyof Result, z.ZodType>) satisfies z.ZodType<Result>;

export const legalGroundSchema = z.strictObject({
  id: slug,
  symbol: text.exactOptional(),
  name: text,
  issuer: text.exactOptional(),
  date: day.exactOptional(),
  inForceTo: day.exactOptional(),
} satisfies Record<keyof LegalGround, z.ZodType>) satisfies z.ZodType<LegalGround>;

export const responsibilitySchema = z.strictObject({
  unit: slug,
  clause: text,
  quote: quote.exactOptional(),
  duty: text,
} satisfies Record<keyof Responsibility, z.ZodType>) satisfies z.ZodType<Responsibility>;

export const coverageSchema = z.strictObject({
  quote,
  reason: text,
} satisfies Record<keyof CoverageReason, z.ZodType>) satisfies z.ZodType<CoverageReason>;
