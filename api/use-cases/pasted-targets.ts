import { comparators, quarters, type Comparator, type Plan, type Quarter, type Target } from '../../domain/plan.ts';
import { parseNumber } from '../../domain/numbers.ts';
import { searchKey } from '../../domain/search-key.ts';
import { slugOf } from '../../domain/slug.ts';
import { scopeOf, type ScopeNames } from './pasted-scope.ts';

/** Columns of a table of targets. */
export const pastedColumns = ['code', 'name', 'comparator', 'threshold', 'unit', 'dueYear', ...quarters, 'numerator', 'denominator', 'appliesTo', 'reportedBy', 'clause', 'quote'] as const;
export type PastedColumn = (typeof pastedColumns)[number];

export interface PastedProblem {
  readonly column: PastedColumn;
  readonly code: 'missing' | 'not-a-number' | 'ambiguous' | 'unknown-comparator' | 'twice' | 'bad-code' | 'too-long' | 'unknown-scope' | 'unknown-unit';
  readonly value: string;
}

/** One row of the table: the target that it would become, and what stands against it. `line` counts from 1, the head included. */
export interface PastedRow {
  readonly line: number;
  readonly target: Target;
  readonly problems: readonly PastedProblem[];
}

/** Heads as they are written in plans, without marks; the first that fits counts. */
const heads: Readonly<Record<PastedColumn, RegExp>> = {
  code: /^(ma|code)\b/, comparator: /^(so sanh|dau|comparator)/, threshold: /^(muc|nguong|ke hoach|chi tieu nam|gia tri|threshold)/, unit: /^(don vi tinh|dvt|unit)/, dueYear: /^(nam|year)/,
  Q1: /^(quy i|quy 1|q1)$/, Q2: /^(quy ii|quy 2|q2)$/, Q3: /^(quy iii|quy 3|q3)$/, Q4: /^(quy iv|quy 4|q4)$/, numerator: /^(tu so|numerator)/, denominator: /^(mau so|denominator)/,
  appliesTo: /^(ap dung|pham vi|doi tuong|giao cho|applies)/, reportedBy: /^(don vi bao cao|nguoi bao cao|reported)/, clause: /^(diem|dieu|khoan|muc luc|clause)/, quote: /^(nguyen van|trich|quote)/, name: /^(ten|noi dung|chi tieu|target|name)/,
};
/** Longer words before those that they begin with. */
const order: readonly PastedColumn[] = ['code', 'comparator', 'unit', 'appliesTo', 'reportedBy', 'Q1', 'Q2', 'Q3', 'Q4', 'dueYear', 'numerator', 'denominator', 'threshold', 'clause', 'quote', 'name'];

const signs: readonly (readonly [RegExp, Comparator])[] = [[/^(≥|>=|tu|tren hoac bang|it nhat|toi thieu|at-least)/, 'at-least'], [/^(≤|<=|khong qua|toi da|at-most)/, 'at-most'], [/^(>|tren|more-than)/, 'more-than'], [/^(<|duoi|less-than)/, 'less-than'], [/^(=|dung|bang|equal)/, 'equal']];

/** Reads targets pasted from a spreadsheet: tab-separated, with a head. Empty when no column says which target it is. `names`: whom they may bind, as people call them. */
export function pastedTargets(text: string, plan: Pick<Plan, 'targets' | 'year'>, names: ScopeNames): readonly PastedRow[] {
  const [head = [], ...body] = text.split('\n').map((line) => line.split('\t').map((cell) => cell.replace(/\s+/g, ' ').trim()));
  const keys = head.map(searchKey);
  const columns = new Map<PastedColumn, number>();
  for (const column of order) {
    const index = keys.findIndex((key, at) => heads[column].test(key) && ![...columns.values()].includes(at));
    if (index !== -1) columns.set(column, index);
  }
  if (!columns.has('name')) return [];
  const taken = new Set(plan.targets.map(({ code }) => code));
  return body.flatMap((cells, index): readonly PastedRow[] => (cells.every((cell) => cell === '') ? [] : [rowOf((column) => cells[columns.get(column) ?? -1] ?? '', index + 2, plan.year, taken, names)]));
}

function rowOf(cell: (column: PastedColumn) => string, line: number, planYear: number, taken: Set<string>, names: ScopeNames): PastedRow {
  const problems: PastedProblem[] = [];
  const number = (column: PastedColumn): number | undefined => {
    const value = cell(column).replace(/^(≥|>=|≤|<=|>|<|=)\s*/, '');
    if (value === '') return undefined;
    const entry = parseNumber(value, { suffix: '%' });
    if ('value' in entry) return entry.value;
    problems.push({ column, code: entry.problem === 'ambiguous' ? 'ambiguous' : 'not-a-number', value });
    return undefined;
  };
  const needed = (column: PastedColumn): string => {
    if (cell(column) === '') problems.push({ column, code: 'missing', value: '' });
    return cell(column);
  };
  const name = needed('name');
  const code = cell('code') || slugOf(name);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) problems.push({ column: 'code', code: 'bad-code', value: code });
  if (taken.has(code)) problems.push({ column: 'code', code: 'twice', value: code });
  taken.add(code);
  const comparator = comparatorOf(cell('comparator') || (/^(≥|>=|≤|<=|>|<|=)/.exec(cell('threshold'))?.[0] ?? '') || '≥');
  if (!comparator) problems.push({ column: 'comparator', code: 'unknown-comparator', value: cell('comparator') });
  const before = problems.length;
  const threshold = number('threshold');
  if (threshold === undefined && problems.length === before) problems.push({ column: 'threshold', code: 'missing', value: '' });
  const unit = cell('unit') || (cell('threshold').endsWith('%') ? '%' : needed('unit'));
  const milestones = Object.fromEntries(quarters.map((quarter) => [quarter, number(quarter)] as const).filter((each): each is [Quarter, number] => each[1] !== undefined));
  const quote = cell('quote') || name;
  if (quote.split(' ').length > 40) problems.push({ column: 'quote', code: 'too-long', value: '' });
  const reporter = names.find(cell('reportedBy') || 'each');
  if (!reporter || 'group' in reporter) problems.push({ column: 'reportedBy', code: 'unknown-unit', value: cell('reportedBy') });
  const reportedBy = reporter && 'unit' in reporter ? reporter.unit : 'each';
  const scope = scopeOf(cell('appliesTo'), names);
  if ('unknown' in scope) problems.push({ column: 'appliesTo', code: 'unknown-scope', value: scope.unknown });
  const isSaid = 'appliesTo' in scope && Object.keys(scope.appliesTo).length > 0;
  const target: Target = {
    id: code, code, name, clause: needed('clause'), quote, measure: cell('numerator') !== '' || unit === '%' ? 'ratio' : 'count', comparator: comparator ?? 'at-least', threshold: threshold ?? 0, unit,
    ...(cell('numerator') ? { numerator: cell('numerator') } : {}), ...(cell('denominator') ? { denominator: cell('denominator') } : {}),
    appliesTo: isSaid ? scope.appliesTo : reportedBy === 'each' ? { levels: names.everyone } : { units: [reportedBy] }, reportedBy, dueYear: number('dueYear') ?? planYear, ...(Object.keys(milestones).length > 0 ? { milestones } : {}),
  };
  return { line, target, problems };
}

function comparatorOf(text: string): Comparator | undefined {
  const key = searchKey(text);
  return comparators.find((each) => each === key) ?? signs.find(([sign]) => sign.test(key))?.[1];
}
