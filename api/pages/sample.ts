import type { oas31 } from 'zod-openapi';

type Schema = oas31.SchemaObject | oas31.ReferenceObject | undefined;

/** An example of what a schema accepts, for a form to begin with: required members only, examples where the schema gives one. */
export function sampleOf(schema: Schema, document: oas31.OpenAPIObject, depth = 0): unknown {
  if (!schema || depth > 8) return null;
  if ('$ref' in schema && typeof schema.$ref === 'string') return sampleOf(document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''], document, depth + 1);
  const plain = schema as oas31.SchemaObject;
  if (plain.example !== undefined) return plain.example;
  if (plain.examples?.[0] !== undefined) return plain.examples[0];
  if (plain.const !== undefined) return plain.const;
  if (plain.enum) return plain.enum[0];
  const alternative = (plain.oneOf ?? plain.anyOf ?? plain.allOf)?.[0];
  if (alternative) return sampleOf(alternative, document, depth + 1);
  const type = Array.isArray(plain.type) ? plain.type[0] : plain.type;
  switch (type) {
    case 'object':
      return Object.fromEntries((plain.required ?? []).map((name) => [name, sampleOf(plain.properties?.[name], document, depth + 1)]));
    case 'array':
      return (plain.minItems ?? 0) > 0 ? [sampleOf(plain.items, document, depth + 1)] : [];
    case 'integer':
    case 'number':
      return plain.minimum ?? 0;
    case 'boolean':
      return false;
    case 'string':
      return plain.format === 'date' ? '2022-03-20' : '';
    default:
      return null;
  }
}
