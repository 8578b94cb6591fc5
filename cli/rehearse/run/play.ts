import { planDutyId, reportDutyId } from '../../../domain/ids.ts';
import { quarters } from '../../../domain/plan.ts';
import { formatDate, dateOf } from '../../../domain/plain-date.ts';
import type { Character } from '../cast.ts';
import { planScript, type ScriptDates } from '../script/plan-script.ts';
import { reportScript } from '../script/report-script.ts';
import type { Step } from '../script/step.ts';
import { act } from './act.ts';
import { nowOf, until, type Stage } from './stage.ts';

/** Calendar time after a step's moment until it is given up. Long: a part of the system may be away for a while. */
const patienceMs = 20 * 86_400_000;

/** All that happens to one unit in the year: its plan and its reports, each in its own order. */
export async function playUnit(stage: Stage, character: Character, dates: ScriptDates): Promise<void> {
  const scripts = [planScript(character, dates), ...quarters.map((quarter) => reportScript(character, quarter, dates))];
  await Promise.all(scripts.map((steps) => playSteps(stage, character, steps)));
}

async function playSteps(stage: Stage, character: Character, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await until(stage, step.at);
    const hasPlayed = await playStep(stage, character, step);
    if (!hasPlayed) return;
  }
}

/** False when the duty never came to where the step begins: then what follows it cannot happen either. */
async function playStep(stage: Stage, character: Character, step: Step): Promise<boolean> {
  const { cycle, board, notes } = stage;
  const id = step.quarter === null ? planDutyId(cycle.id, step.unit) : reportDutyId(cycle.id, step.quarter, step.unit);
  const duty = await board.waitFor(id, (each) => each.round === step.round && step.awaits.includes(each.state), () => nowOf(cycle.clock) > step.at + patienceMs);
  if (!duty) {
    const stands = board.duties.get(id);
    const where = stands ? `${stands.state}, ${stands.round}` : '–';
    notes.warnings.push({
      vi: `${id}: không thực hiện được “${step.act.kind}” ngày ${formatDate(dateOf(step.at), 'vi')} (đang ở: ${where})`,
      en: `${id}: ${step.act.kind} did not come about on ${formatDate(dateOf(step.at), 'en')} (stands at: ${where})`,
    });
    return false;
  }
  try {
    await act(stage, character, step, duty);
  } catch (error) {
    stage.signal.throwIfAborted();
    const said = `${id}: ${error instanceof Error ? error.message : String(error)}`;
    notes.warnings.push({ vi: said, en: said });
    return false;
  }
  if (nowOf(cycle.clock) >= stage.momentAfter(step.at)) notes.overran += 1;
  return true;
}
