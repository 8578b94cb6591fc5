import { quarters, type Quarter } from './plan.ts';
import type { DutyKind } from './stages.ts';

/** Ids are built and read here only. A duty's id is its workflow's id. */
export const cycleId = (year: number, key: string): string => `${year}-${key}`;
export const cycleWorkflowId = (cycle: string): string => `cycle/${cycle}`;
export const planDutyId = (cycle: string, unit: string): string => `plan/${cycle}/${unit}`;
export const reportDutyId = (cycle: string, quarter: Quarter, unit: string): string => `report/${cycle}/${quarter}/${unit}`;
export const quarterWorkflowId = (cycle: string, quarter: Quarter): string => `quarter/${cycle}/${quarter}`;
export const shardWorkflowId = (parent: string, shard: number): string => `shard/${parent}/${shard}`;
export const opinionId = (duty: string, round: number, aspect: string): string => `${duty}/r${round}/${aspect}`;
export const submissionId = (duty: string, number: number): string => `${duty}/v${number}`;
/** By the version that the decision made of the duty, so that decisions of one instant keep their order. */
export const decisionId = (duty: string, version: number): string => `${duty}/d${String(version).padStart(6, '0')}`;
/** By the number that the committee counts in the cycle. */
export const directiveId = (cycle: string, number: number): string => `${cycle}-${number}`;
export const directiveWorkflowId = (cycle: string, number: number): string => `directive/${cycle}/${number}`;
export const periodId = (year: number, quarter: Quarter): string => `${year}-${quarter}`;

export interface DutyIdParts {
  readonly kind: DutyKind;
  readonly cycle: string;
  readonly unit: string;
  readonly quarter: Quarter | null;
}

/** Reads a duty id back; undefined when it is none. */
export function parseDutyId(id: string): DutyIdParts | undefined {
  const [kind, cycle, third, fourth, ...rest] = id.split('/');
  if (!cycle || !third || rest.length > 0) return undefined;
  if (kind === 'plan' && fourth === undefined) return { kind, cycle, unit: third, quarter: null };
  const quarter = quarters.find((each) => each === third);
  if (kind === 'report' && quarter && fourth) return { kind, cycle, unit: fourth, quarter };
  return undefined;
}

export interface DirectiveIdParts {
  readonly cycle: string;
  readonly number: number;
}

/** Reads a directive's id back; undefined when it is none. */
export function parseDirectiveId(id: string): DirectiveIdParts | undefined {
  const [, cycle, number] = /^(\d{4}-.+)-([1-9]\d*)$/.exec(id) ?? [];
  return cycle && number && !id.includes('/') ? { cycle, number: Number(number) } : undefined;
}
