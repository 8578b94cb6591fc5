import { z } from 'zod';
import { columnKinds, tableKinds } from '../../domain/plan.ts';
import type { PlanTable, PlanTableColumn, PlanTableRow, StatedTotal } from '../../domain/plan.ts';
import { slug, text, year } from './words.ts';

const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/);

const columnSchema = z.strictObject({
  key,
  label: text,
  kind: z.enum(columnKinds),
  unit: text.exactOptional(),
} satisfies Record<keyof PlanTableColumn, z.ZodType>) satisfies z.ZodType<PlanTableColumn>;

const rowSchema = z.strictObject({
  id: slug,
  number: text.exactOptional(),
  role: z.enum(['item', 'group', 'subtotal']).exactOptional(),
  parent: slug.exactOptional(),
  cells: z.record(key, z.union([text, z.number(), z.null()])),
  printed: z.record(key, text).exactOptional(),
  unit: slug.exactOptional(),
} satisfies Record<keyof PlanTableRow, z.ZodType>) satisfies z.ZodType<PlanTableRow>;

const statedTotalSchema = z.strictObject({
  column: key,
  across: z.array(key).min(1).exactOptional(),
  value: z.number(),
  printed: text.exactOptional(),
  of: slug.exactOptional(),
  label: text.exactOptional(),
  words: text.exactOptional(),
} satisfies Record<keyof StatedTotal, z.ZodType>) satisfies z.ZodType<StatedTotal>;

export const tableSchema = z.strictObject({
  id: slug,
  kind: z.enum(tableKinds),
  title: text,
  clause: text,
  year: year.exactOptional(),
  columns: z.array(columnSchema).min(1),
  rows: z.array(rowSchema).min(1),
  statedTotals: z.array(statedTotalSchema).exactOptional(),
} satisfies Record<keyof PlanTable, z.ZodType>) satisfies z.ZodType<PlanTable>;
