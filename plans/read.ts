import type { z } from 'zod';
import { PlanFileError, type PlanProblem } from './problems.ts';
import { faultsOf, type Fault } from './issues.ts';
import { prune } from './prune.ts';
import { parseYaml, type DataPath, type YamlSource } from './yaml.ts';

/** A data file: the name shown in problems, its text, the schema it obeys, and what binds its fields to each other. */
export interface DataFile<Schema extends z.ZodType> {
  readonly file: string;
  readonly text: string;
  readonly schema: Schema;
  /** Sees only what the schema accepts; its faults are listed with the schema's. */
  readonly check?: (value: z.output<Schema>) => readonly Fault[];
  /** Items of the top-level lists do not refer to each other, so the check may run without the items that the schema refuses. */
  readonly itemsStandAlone?: boolean;
}

/** The file's content. Throws `PlanFileError` with every problem found, each with its place in the file. */
export function readDataFile<Schema extends z.ZodType>({ file, text, schema, check, itemsStandAlone }: DataFile<Schema>): z.output<Schema> {
  const source = parseYaml(text);
  if (source.syntaxProblems.length > 0) throw new PlanFileError(syntaxProblems(file, source));
  const parsed = schema.safeParse(source.value);
  const faults = parsed.success ? (check?.(parsed.data) ?? []) : refusedFaults(source.value, faultsOf(parsed.error, schema, source.value), schema, itemsStandAlone === true ? check : undefined);
  if (faults.length > 0 || !parsed.success) throw new PlanFileError(faults.map((fault) => placed(file, source, fault)).sort(byPlace));
  return parsed.data;
}

/** The schema's faults, and those that the check finds in what the schema would accept. */
function refusedFaults<Schema extends z.ZodType>(value: unknown, faults: readonly Fault[], schema: Schema, check: DataFile<Schema>['check']): readonly Fault[] {
  const rest = check === undefined ? undefined : prune(value, faults);
  const parsed = schema.safeParse(rest?.value);
  if (check === undefined || rest === undefined || !parsed.success) return faults;
  return [...faults, ...check(parsed.data).map((fault) => ({ ...fault, path: rest.originalPath(fault.path) }))];
}

function syntaxProblems(file: string, source: YamlSource): PlanProblem[] {
  return source.syntaxProblems.map(({ line, column, code, message }) => ({
    file,
    line,
    column,
    field: '',
    code: `yaml-${code.toLowerCase().replaceAll('_', '-')}`,
    accepted: { vi: 'YAML 1.2 hợp lệ', en: 'valid YAML 1.2' },
    message: { vi: `lỗi YAML: ${message}`, en: `YAML error: ${message}` },
  }));
}

function placed(file: string, source: YamlSource, fault: Fault): PlanProblem {
  const { path, key, ...rest } = fault;
  const place = key === undefined ? source.positionOf(path) : source.positionOfKey(path, key);
  return { file, ...place, field: fieldName(key === undefined ? path : [...path, key]), ...rest };
}

function fieldName(path: DataPath): string {
  return path.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`), '');
}

function byPlace(a: PlanProblem, b: PlanProblem): number {
  return a.line - b.line || a.column - b.column;
}
