import { aspectsOf } from '../../domain/cycle.ts';
import type { Duty, LineAgreement, Opinion, OpinionAnswer } from '../../domain/duty.ts';
import { opinionId } from '../../domain/ids.ts';
import type { Aspect } from '../../domain/plan.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import type { BudgetLine } from '../../domain/submission.ts';
import { actOnDuty } from '../../domain/transition.ts';
import type { Caller } from './caller.ts';
import { planOf } from './contents.ts';
import { commit, type Desk } from './desk.ts';
import { assertSameContent, authorise, stand, type Place } from './place.ts';

export interface GiveOpinion {
  readonly place: Place;
  readonly aspect: Aspect;
  readonly answer: OpinionAnswer;
  readonly reason: string;
  readonly lines: readonly LineAgreement[];
  /** The content that was read. */
  readonly contentHash: string;
}

export interface OpinionGiven {
  readonly duty: Pick<Duty, 'id' | 'state' | 'version'>;
  readonly opinion: Opinion;
}

/** An appraiser's answer on its own aspect of the current round, bound to the content it read. */
export async function giveOpinion(desk: Desk, caller: Caller, { place, aspect, answer, reason, lines, contentHash }: GiveOpinion): Promise<OpinionGiven> {
  const { duty, cycle, at } = await stand(desk, place);
  authorise(caller, 'plan.giveOpinion', cycle, duty.unit);
  if (!aspectsOf(cycle.settings.roles, caller.actor.unit).includes(aspect)) throw new Refused('forbidden', { figures: { action: 'plan.giveOpinion', aspect } });
  const { read } = desk.record;
  const asked = await read.opinions.find(opinionId(duty.id, duty.round, aspect));
  if (asked) {
    assertSameContent(duty, contentHash);
    const submission = duty.submission === null ? undefined : await read.submissions.find(duty.submission);
    assertLines(lines, planOf(submission)?.budget ?? []);
  }
  const given = { answer, reason, lines, givenAt: at, givenBy: caller.actor.id, contentHash };
  return commit(desk, caller, async (tx) => {
    const { duty: after } = await actOnDuty(tx, {
      duty: duty.id, act: 'giveOpinion', actor: caller.actor, at, details: { aspect, answer, hash: contentHash },
    });
    // No version is expected: appraisers answer side by side. What must not have moved is the content and its round.
    assertSameContent(after, contentHash);
    if (!asked || after.round !== asked.round) throw new Refused('not-found', { figures: { subject: opinionId(duty.id, duty.round, aspect) } });
    if (!(await tx.opinions.answer(asked.id, given))) throw new Refused('already-exists', { figures: { subject: asked.id } });
    return { duty: { id: after.id, state: after.state, version: after.version }, opinion: { ...asked, ...given } };
  });
}

/** Lines of the submission only, each once, asked as the unit asked; less than asked needs its reason. */
function assertLines(lines: readonly LineAgreement[], budget: readonly BudgetLine[]): void {
  const known = new Map(budget.map((line) => [line.id, line]));
  const errors = lines.flatMap((line, index): FieldError[] => {
    const at = `/lines/${index}`;
    const stated = known.get(line.line);
    if (!stated) return [{ pointer: `${at}/line`, code: 'unknown-line', value: line.line, accepted: [...known.keys()].join(', ') }];
    if (lines.findIndex((each) => each.line === line.line) !== index) return [{ pointer: `${at}/line`, code: 'twice', value: line.line }];
    if (stated.total !== line.asked) return [{ pointer: `${at}/asked`, code: 'not-as-submitted', value: line.asked, accepted: String(stated.total) }];
    if (line.agreed > line.asked) return [{ pointer: `${at}/agreed`, code: 'above-asked', value: line.agreed, accepted: `≤ ${line.asked}` }];
    if (line.agreed < line.asked && !line.reason) return [{ pointer: `${at}/reason`, code: 'reason-required' }];
    return [];
  });
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
}
