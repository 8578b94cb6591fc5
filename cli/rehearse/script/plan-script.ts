import type { CycleSettings } from '../../../domain/cycle.ts';
import type { Instant, PlainDate } from '../../../domain/date.ts';
import { atTime } from '../../../domain/plain-date.ts';
import { aspects } from '../../../domain/plan.ts';
import type { WorkingCalendar } from '../../../domain/working-calendar.ts';
import type { Character, PlanManner } from '../cast.ts';
import { pick, randomFor } from '../random.ts';
import type { Step, StepAct, Writing } from './step.ts';
import { lateBy, tempoOf } from './tempo.ts';

export interface ScriptDates {
  readonly settings: CycleSettings;
  readonly calendar: WorkingCalendar;
  readonly seed: number;
}

/** Working days around the due date of the drafts, clear of the rungs of the ladder (-10, -5, -1, 0, 1, 3, 5). */
const waves = [-8, -6, -3] as const;
const days = { late: lateBy, withdrawn: -6, resubmitted: -3 } as const;

const writings: Readonly<Record<PlanManner, Writing>> = { diligent: 'true', sloppy: 'sloppy', warned: 'timid', late: 'true', withdrawing: 'true', silent: 'true' };

/** Everything that happens to one unit's plan, from its first submission to the decision. */
export function planScript(character: Character, dates: ScriptDates): readonly Step[] {
  if (character.plan === 'silent') return [];
  const { calendar, settings: { calendar: { draftsDue } } } = dates;
  const first = firstDay(character, dates.seed);
  const submitted = calendar.addWorkingDays(draftsDue, first);
  const step = stepper(character, 1);
  if (character.plan === 'withdrawing') {
    const withdrawn = calendar.addWorkingDays(draftsDue, days.withdrawn);
    return [
      step(atTime(withdrawn, '09:30'), ['draft'], { kind: 'submit', writing: 'true' }),
      step(atTime(withdrawn, '10:30'), ['submitted'], { kind: 'withdraw' }),
      ...roundFrom(submitted, 1, character, dates),
    ];
  }
  return roundFrom(submitted, 1, character, dates);
}

function firstDay({ plan, unit }: Character, seed: number): number {
  if (plan === 'late') return days.late;
  if (plan === 'withdrawing') return days.resubmitted;
  return pick(randomFor(seed, 'wave', unit), waves);
}

/** One round: submission, opinions, conclusion, decision; after a return, the next. */
function roundFrom(submitted: PlainDate, round: number, character: Character, dates: ScriptDates): readonly Step[] {
  const { calendar } = dates;
  const tempo = tempoOf(dates);
  const step = stepper(character, round);
  const on = (after: number): PlainDate => calendar.addWorkingDays(submitted, after);
  const isFirst = round === 1;
  const submit = step(atTime(submitted, '09:30'), isFirst ? ['draft'] : ['returned'], { kind: 'submit', writing: isFirst ? writings[character.plan] : 'true' });
  const silent = isFirst ? character.silentAspect : null;
  const opinions = aspects.filter((aspect) => aspect !== silent).map((aspect) => step(atTime(on(tempo.opinionsAfter), '09:30'), ['appraisal'], { kind: 'opinion', aspect }));
  const wait = silent === null ? 0 : silenceDays(dates);
  const concludedOn = on(tempo.conclusionAfter + wait);
  const decidedOn = on(tempo.decisionAfter + wait);
  const isReturnedByLead = isFirst && character.fate === 'returned-by-lead';
  const conclusion = step(atTime(concludedOn, '09:30'), ['conclusion'], { kind: 'conclude', answer: isReturnedByLead ? 'return' : 'fit' });
  const again = (from: PlainDate): readonly Step[] => roundFrom(calendar.addWorkingDays(from, tempo.revisionAfter), round + 1, character, dates);
  if (isReturnedByLead) return [submit, ...opinions, conclusion, ...again(concludedOn)];
  const isReturnedByApprover = isFirst && character.fate === 'returned-by-approver';
  const decision = isReturnedByApprover ? 'return' : character.fate === 'refused' ? 'refuse' : 'approve';
  const decide = step(atTime(decidedOn, '09:30'), ['approval'], { kind: 'decide', decision });
  return [submit, ...opinions, conclusion, decide, ...(isReturnedByApprover ? again(decidedOn) : [])];
}

/** Until the last rung of the appraiser's ladder has passed and the conclusion is asked for without the silent one. */
function silenceDays({ settings: { allowances, ladder } }: ScriptDates): number {
  return allowances.appraisal + Math.max(0, ...ladder.appraisal.map((rung) => rung.days));
}

function stepper(character: Character, round: number): (at: Instant, awaits: Step['awaits'], act: StepAct) => Step {
  return (at, awaits, act) => ({ at, unit: character.unit, quarter: null, round, awaits, act });
}
