import { formatNumber } from '../../domain/numbers.ts';
import type { RuleInput, RuleOutcome } from '../../domain/verdict.ts';
import { placeOf } from '../form/answer.ts';
import type { Subject } from '../form/judge.ts';
import { pathOf } from '../form/pointer.ts';
import { standingNames } from '../form/target-table.ts';
import { severityName, wrapped } from '../plan/paint.ts';
import type { Account } from './account.ts';

const outcomeNames = { satisfied: 'đúng', violated: 'SAI', unknown: 'CHƯA XÉT ĐƯỢC', 'not-applicable': 'không áp dụng' } as const satisfies Readonly<Record<RuleOutcome, string>>;

/** For people: what the rule found, item by item; items that it is not about are told once for each reason. */
export function accountLines(asked: string, accounts: readonly Account[], subject: Subject): readonly string[] {
  const version = accounts[0]?.result.ruleVersion;
  const spoken = accounts.filter(({ why }) => why === undefined);
  const silent = new Map<string, number>();
  for (const { why } of accounts) if (why) silent.set(why.vi, (silent.get(why.vi) ?? 0) + 1);
  return [
    `${asked}${version ? ` · bản ${version}` : ''} · ${subject.file}`,
    ...spoken.flatMap((account) => ['', ...spokenLines(account, subject)]),
    ...(silent.size === 0 ? [] : ['', ...[...silent].flatMap(([why, times]) => wrapped(`Không áp dụng${times > 1 ? ` (${times} mục)` : ''}: ${why}`, 98).map((line, index) => (index === 0 ? line : `  ${line}`)))]),
  ];
}

function spokenLines({ result }: Account, subject: Subject): readonly string[] {
  const { outcome, standing, severity, target, inputs, formula, threshold, gap, message, fix, clause, quote, ground, rule, ruleVersion } = result;
  const place = placeOf(result, subject);
  const head = [standing === undefined ? outcomeNames[outcome] : standingNames[standing], ...(outcome === 'violated' || outcome === 'unknown' ? [severityName(severity)] : []), ...(target === undefined ? [] : [target]), ...(place ? [`dòng ${place.line} ${place.field}`] : [])];
  const rows: readonly (readonly [label: string, words: string | undefined])[] = [
    ['lý do', message.vi],
    ...inputs.map((input): [string, string] => ['đầu vào', inputWords(input, subject)]),
    ['công thức', formula?.vi],
    ['ngưỡng', threshold === undefined ? undefined : formatNumber(threshold, 'vi')],
    ['chênh', gap === undefined ? undefined : formatNumber(gap, 'vi')],
    ['sửa ít nhất', fix?.vi],
    ['điều khoản', clause === undefined ? undefined : `${clause}${quote === undefined ? '' : `: “${quote}”`}`],
    ['căn cứ', ground],
    ['quy tắc', `${rule} ${ruleVersion}`],
  ];
  return [head.join(' · '), ...rows.flatMap(([label, words]) => (words === undefined ? [] : wrapped(words, 80).map((line, index) => `  ${(index === 0 ? label : '').padEnd(13)}${line}`)))];
}

function inputWords({ label, value, source }: RuleInput, { lineOf }: Subject): string {
  const shown = value === null ? 'chưa có' : typeof value === 'number' ? formatNumber(value, 'vi') : typeof value === 'boolean' ? (value ? 'có' : 'không') : value;
  return `${label.vi}: ${shown}${source === '' ? '' : ` (${source.startsWith('/') ? `dòng ${lineOf(pathOf(source))}, ` : ''}${source})`}`;
}
