import { earlierDuties, historyOf, readCheckInput } from '../../api/use-cases/check-input.ts';
import { createRegisters, type Registers } from '../../api/use-cases/registers.ts';
import type { CheckInput } from '../../domain/check.ts';
import type { Cycle, CycleUnit } from '../../domain/cycle.ts';
import type { Instant } from '../../domain/date.ts';
import type { Submission } from '../../domain/duty.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { besideAt } from './beside-at.ts';
import { grantsOf, waiversAt, type Grant } from './waivers.ts';

/** Builds the check of a stored submission again, as it was at the instant of its submission. */
export interface Past {
  readonly cycle: Cycle;
  inputOf(submission: Submission): Promise<CheckInput>;
}

interface Known {
  readonly read: Repositories;
  readonly registers: Registers;
  readonly members: readonly CycleUnit[];
  readonly waivers: readonly Waiver[];
  readonly grants: readonly Grant[];
  readonly beside: ReturnType<typeof besideAt>;
}

/** Unit register and working calendar are taken as they are today: the record keeps no earlier state of them. */
export async function openPast(read: Repositories, cycle: Cycle): Promise<Past> {
  const known: Known = {
    read,
    registers: createRegisters({ read }, () => 0),
    members: await read.cycleUnits.list(cycle.id),
    waivers: await read.waivers.listOf(cycle.id),
    grants: await grantsOf(read, cycle.id),
    beside: besideAt(read),
  };
  return { cycle, inputOf: (submission) => inputOf(known, cycle, submission) };
}

async function inputOf(known: Known, cycle: Cycle, { unit, quarter, submittedAt: at, content }: Submission): Promise<CheckInput> {
  const place = { cycle, unit, quarter, at };
  return readCheckInput(known.registers, place, content, {
    history: { ...(await historyAt(known, place)), ...(await known.beside(place, content)) },
    waivers: waiversAt(known.waivers, known.grants, at),
    cycleUnits: membersAt(known.members, at),
  });
}

function membersAt(members: readonly CycleUnit[], at: Instant): ReadonlySet<string> {
  const day = dateOf(at);
  return new Set(members.filter(({ joinedOn, leftOn }) => joinedOn <= day && (leftOn === null || day < leftOn)).map(({ unit }) => unit));
}

async function historyAt({ read, registers }: Known, place: Parameters<typeof earlierDuties>[1] & { readonly at: Instant }): Promise<CheckInput['history']> {
  const earlier = await earlierDuties(registers, place);
  const latest = new Map<string, Submission>();
  for (const duty of Object.values(earlier) as readonly string[]) {
    const last = (await read.submissions.listOf(duty)).findLast(({ submittedAt }) => submittedAt <= place.at);
    if (last) latest.set(duty, last);
  }
  const decisions = earlier.plan === undefined ? [] : await read.decisions.listOf(earlier.plan);
  const isPlanApproved = decisions.some(({ kind, decidedAt }) => kind === 'approve' && decidedAt <= place.at);
  return historyOf(earlier, (duty) => latest.get(duty), isPlanApproved);
}
