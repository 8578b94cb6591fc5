import type { Cycle } from '../cycle.ts';
import type { Duty, Opinion } from '../duty.ts';
import type { Awaited } from './ladder.ts';

/** Opinions of the present round that are asked and not given. */
export function openOpinionsOf(duty: Duty, opinions: readonly Opinion[]): readonly Opinion[] {
  return duty.state === 'appraisal' ? opinions.filter((opinion) => opinion.round === duty.round && opinion.answer === null) : [];
}

/** Whom the duty waits for; nobody once it is submitted and until its appraisal starts. */
export function awaitedOf(duty: Duty, cycle: Pick<Cycle, 'settings'>, opinions: readonly Opinion[]): readonly Awaited[] {
  const { roles } = cycle.settings;
  const { round, due, unit } = duty;
  switch (duty.state) {
    case 'draft':
      return [{ ladder: 'plan', round, unit, due }];
    case 'open':
      return [{ ladder: 'report', round, unit, due }];
    case 'returned':
      return [{ ladder: 'revision', round, unit, due }];
    case 'appraisal':
      return openOpinionsOf(duty, opinions).map((opinion) => ({ ladder: 'appraisal', round, aspect: opinion.aspect, unit: opinion.appraiser, due: opinionDue(opinion, duty) }));
    case 'conclusion':
      return [{ ladder: 'conclusion', round, unit: roles.leadAppraiser, due }];
    case 'approval':
      return [{ ladder: 'approval', round, unit: roles.approver, due }];
    default:
      return [];
  }
}

/** An extension of the duty in appraisal gives its appraisers the time too. */
export function opinionDue(opinion: Pick<Opinion, 'due'>, duty: Pick<Duty, 'due'>): Opinion['due'] {
  return opinion.due > duty.due ? opinion.due : duty.due;
}
