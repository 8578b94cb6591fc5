import { statSync } from 'node:fs';
import type { Cycle } from '../../domain/cycle.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import type { Catalogue } from '../../rules/catalogue.ts';
import { shippedCatalogue } from '../../rules/check.ts';
import { withDraft, type DraftCatalogue } from '../../rules/draft.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { printResult } from '../output.ts';
import { usable } from '../plan/input.ts';
import { dataFolder, withRecord } from '../record.ts';
import { linesOf } from './print.ts';
import { recheck } from './run.ts';
import { isInterrupted, openState } from './state.ts';

/** What `recheck` was asked for, with its defaults. */
export interface RecheckAsked {
  readonly cycle: string;
  readonly rules?: string;
  readonly verify: number;
  readonly json: boolean;
  readonly resume: boolean;
  readonly data?: string;
}

/** `chutrinh recheck`: 0 nothing would flip, 1 something would (or the two paths differ), 2 unusable input. The record stays as it is. */
export async function recheckCommand({ cycle: id, rules, verify, json, resume, data }: RecheckAsked): Promise<void> {
  const draft = rules === undefined ? undefined : draftOf(rules);
  const catalogue: Catalogue = draft ?? usable(shippedCatalogue);
  const result = await withRecord(data, async ({ read }) => {
    const cycle = await cycleOf(read, id);
    for (const { id: rule, effectiveFrom } of (draft?.drafted ?? []).filter((each) => !isEverInForce(each, cycle))) say(`${rule} (từ ${effectiveFrom}) không có hiệu lực ngày nào của ${id}: không đổi kết luận nào`);
    const key = { cycle: id, ruleset: catalogue.version, verify };
    if (!resume && isInterrupted(dataFolder(data), key)) say('lần chạy trước bị dừng giữa chừng; bắt đầu lại từ đầu (--resume để chạy tiếp)');
    const state = openState(dataFolder(data), key, resume);
    if (state.done) say(`chạy tiếp từ bản nộp thứ ${state.done.submissions + 1}`);
    const began = performance.now();
    return recheck(read, {
      cycle, catalogue, verify, state,
      onProgress: ({ duties, of, submissions, flips }) => say(`${duties}/${of} đầu việc, ${submissions} bản nộp, ${flips} thay đổi, ${((performance.now() - began) / 1000).toFixed(1)} giây`),
    });
  }).catch(unusable);
  const contract = { cycle: id, ruleset: catalogue.version, draft: draft ? draft.drafted.map((rule) => rule.id) : null, ...result };
  printResult(json, contract, linesOf(contract));
  if (result.flips.length > 0 || result.differences.length > 0) process.exitCode = exitStatus.answerIsNo;
}

/** A data folder without a record is unusable input, like a cycle that it does not have. */
function unusable(error: unknown): never {
  throw error instanceof CommandFailed && error.status === exitStatus.badInput ? new CommandFailed(error.message, exitStatus.usage) : error;
}

const say = (line: string): void => void process.stderr.write(`recheck: ${line}\n`);

/** The rule files of a folder over those that come with the product. */
function draftOf(folder: string): DraftCatalogue {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new CommandFailed(`không có thư mục “${folder}”`, exitStatus.usage);
  const draft = usable(() => withDraft(shippedCatalogue(), folder));
  if (draft.drafted.length === 0) throw new CommandFailed(`không có quy tắc nào (tệp .yaml) trong “${folder}”`, exitStatus.usage);
  return draft;
}

async function cycleOf(read: Repositories, id: string): Promise<Cycle> {
  const cycle = await read.cycles.find(id);
  if (cycle) return cycle;
  const known = (await read.cycles.list()).map((each) => each.id).join(', ');
  throw new CommandFailed(`không có chu kỳ “${id}” (có: ${known || 'chưa có chu kỳ nào'})`, exitStatus.usage);
}

/** Whether a rule counts on any day of the year, from its guidance to its closing. */
function isEverInForce({ effectiveFrom, effectiveTo }: DraftCatalogue['drafted'][number], { settings: { calendar } }: Cycle): boolean {
  return effectiveFrom <= calendar.closing && (effectiveTo === undefined || effectiveTo >= calendar.guidance);
}
