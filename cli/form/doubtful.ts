import { parseNumber } from '../../domain/numbers.ts';
import type { PlanProblem } from '../../plans/problems.ts';
import type { DataPath, YamlSource } from '../../plans/yaml.ts';
import { bothWays, twoReadings } from './leaves.ts';
import { fieldName } from './problems.ts';

/**
 * Numbers that YAML takes for one thing and a Vietnamese hand may have meant as another: `1.234` without quotes is one and some to YAML, and one
 * thousand two hundred thirty-four to the reader. JSON has one notation, and no doubt.
 */
export function doubtfulNumbers(file: string, text: string, source: YamlSource): readonly PlanProblem[] {
  const lines = text.split(/\r\n|[\r\n]/u);
  return numbersIn(source.value).flatMap((path): readonly PlanProblem[] => {
    const place = source.positionOf(path);
    const written = /^[^\s,#}\]]+/u.exec(lines[place.line - 1]?.slice(place.column - 1) ?? '')?.[0] ?? '';
    const entry = parseNumber(written);
    if (!('problem' in entry) || entry.problem !== 'ambiguous') return [];
    return [{ file, ...place, field: fieldName(path), code: 'ambiguous-number', value: written, message: twoReadings(written, entry.asThousands, entry.asDecimal), accepted: bothWays(entry.asThousands, entry.asDecimal) }];
  });
}

/** The paths of all numbers. */
function numbersIn(value: unknown, path: DataPath = []): readonly DataPath[] {
  if (typeof value === 'number') return [path];
  if (Array.isArray(value)) return value.flatMap((member, index) => numbersIn(member, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => numbersIn(member, [...path, key]));
}
