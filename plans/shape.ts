import { z } from 'zod';
import type { DataPath } from './yaml.ts';

/** Names of the fields that `schema` accepts at `path`; empty where it is not a block of named fields. */
export function fieldsAt(schema: z.ZodType, path: DataPath): readonly string[] {
  const found = path.reduce<z.core.$ZodType | undefined>((node, step) => (node === undefined ? undefined : child(node, step)), schema);
  const block = found === undefined ? undefined : unwrapped(found);
  return block instanceof z.ZodObject ? Object.keys(block.shape) : [];
}

function child(node: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  const open = unwrapped(node);
  if (open instanceof z.ZodArray) return open.element;
  if (open instanceof z.ZodRecord) return open.valueType;
  if (open instanceof z.ZodObject) return (open.shape as Readonly<Record<string, z.core.$ZodType>>)[step];
  return undefined;
}

function unwrapped(node: z.core.$ZodType): z.core.$ZodType {
  return node instanceof z.ZodOptional || node instanceof z.ZodExactOptional || node instanceof z.ZodNullable ? unwrapped(node.unwrap()) : node;
}
