import type { Fault } from '../../plans/issues.ts';
import { languages, type Language } from '../../domain/text.ts';
import { comparisonsOf } from '../conditions.ts';
import { getFact } from '../facts/registry.ts';
import type { Scope } from '../facts/family.ts';
import { isInForce, type Ground, type RuleFile } from '../rule.ts';
import { operandAccepts } from './operand-fault.ts';
import { faultWords, type FaultWords } from './words.ts';

export interface RuleSurroundings {
  readonly fileName: string;
  readonly grounds: ReadonlyMap<string, Ground>;
  readonly hasWords: (language: Language, id: string) => boolean;
  /** The file that already has the id. */
  readonly firstFileOf: (id: string) => string | undefined;
}

/** What is wrong in a well-formed rule: its name, its grounds, its words, and facts that it cannot see. */
export function ruleFaults(rule: RuleFile, around: RuleSurroundings): readonly Fault[] {
  return [...nameFaults(rule, around), ...groundFaults(rule, around), ...wordsFaults(rule, around), ...scopeFaults(rule), ...valueFaults(rule), ...dateFaults(rule)];
}

function nameFaults({ id }: RuleFile, { fileName, firstFileOf }: RuleSurroundings): readonly Fault[] {
  const first = firstFileOf(id);
  return [
    ...(id === fileName ? [] : [fault(['id'], id, faultWords('id-is-not-file-name', 'mã khác tên tệp', 'the id differs from the file name', fileName))]),
    ...(first === undefined ? [] : [fault(['id'], id, faultWords('duplicate-id', `mã đã dùng ở ${first}`, `the id is used in ${first}`, { vi: 'mã chưa dùng', en: 'an id not used yet' }))]),
  ];
}

function groundFaults({ ground, effectiveFrom }: RuleFile, { grounds }: RuleSurroundings): readonly Fault[] {
  const unknown = ground.flatMap((id, index) => (grounds.has(id) ? [] : [fault(['ground', index], id, faultWords('unknown-ground', `không có căn cứ “${id}”`, `there is no ground “${id}”`, [...grounds.keys()].join(', ')))]));
  if (unknown.length > 0) return unknown;
  const isGrounded = ground.some((id) => isInForce(grounds.get(id) ?? {}, effectiveFrom));
  return isGrounded ? [] : [fault(['ground'], ground, faultWords('ground-not-in-force', `không căn cứ nào có hiệu lực ngày ${effectiveFrom}`, `no ground is in force on ${effectiveFrom}`, { vi: 'căn cứ có hiệu lực khi quy tắc bắt đầu', en: 'a ground in force when the rule begins' }))];
}

function wordsFaults({ id }: RuleFile, { hasWords }: RuleSurroundings): readonly Fault[] {
  return languages.filter((language) => !hasWords(language, id))
    .map((language) => fault(['id'], id, faultWords('missing-message', `chưa có câu chữ (${language}) cho quy tắc`, `the rule has no words (${language})`, `messages/${language}/*.yaml: ${id}`)));
}

function scopeFaults(rule: RuleFile): readonly Fault[] {
  const scope: Scope = rule.forEach ?? 'document';
  const named: readonly (readonly [readonly (string | number)[], string])[] = [
    ...comparisonsOf(rule.require).map(({ fact: name }) => [['require'], name] as const),
    ...Object.keys(rule.appliesWhen ?? {}).map((name) => [['appliesWhen', name], name] as const),
    ...(rule.skipWithout ?? []).map((name, index) => [['skipWithout', index], name] as const),
    ...(rule.points ?? []).map((name, index) => [['points', index], name] as const),
  ];
  return named.filter(([, name]) => !isVisible(name, scope, rule.stage))
    .map(([path, name]) => fault(path, name, faultWords('fact-out-of-reach', `dữ kiện “${name}” không có ở ${scope}, ${rule.stage.join(', ')}`, `fact “${name}” is not there for ${scope}, ${rule.stage.join(', ')}`, scope)));
}

function isVisible(name: string, scope: Scope, stages: RuleFile['stage']): boolean {
  const known = getFact(name);
  return known.scope === scope && stages.every((stage) => known.stages.includes(stage));
}

function valueFaults({ appliesWhen }: RuleFile): readonly Fault[] {
  return Object.entries(appliesWhen ?? {}).flatMap(([name, values]) => values.flatMap((value, index) => {
    const { type } = getFact(name);
    return operandAccepts(type, value) ? [] : [fault(['appliesWhen', name, index], value, faultWords('wrong-type', `giá trị ${JSON.stringify(value)} sai kiểu`, `value ${JSON.stringify(value)} has the wrong type`, type))];
  }));
}

function dateFaults({ effectiveFrom, effectiveTo }: RuleFile): readonly Fault[] {
  return effectiveTo === undefined || effectiveFrom <= effectiveTo ? [] : [fault(['effectiveTo'], effectiveTo, faultWords('ends-before-start', 'hết hiệu lực trước khi có hiệu lực', 'ends before it begins', `≥ ${effectiveFrom}`))];
}

function fault(path: Fault['path'], value: unknown, words: FaultWords): Fault {
  return { path, value, ...words };
}
