import { listRungTexts } from '../../../../api/use-cases/rung-texts.ts';
import { ladderKinds, rungAudiences, type Ladders } from '../../../../domain/cycle.ts';
import type { Visit } from '../../../http/page.ts';
import { typedRows, ways } from './rungs.ts';

/** What the part `secretariat/ladder/rows.njk` shows: rows as typed when the form comes back, else as kept. */
export async function ladderEditor({ desk, t, filled }: Visit, kept: Ladders) {
  return {
    ladders: ladderKinds.map((kind) => ({ kind, rungs: typedRows(filled.values, kind, kept[kind]).map((rung, index) => ({ ...rung, index, says: saysOf(rung.days, t) })) })),
    audiences: rungAudiences.map((value) => ({ value, text: t(`launch.reminders.to.${value}`) })), ways: ways.map((value) => ({ value, text: t(`launch.reminders.way.${value}`) })),
    texts: (await listRungTexts(desk)).map(({ key, name, isRetired }) => ({ value: key, isRetired, text: isRetired ? t('launch.reminders.retiredText', { name }) : name })),
  };
}

/** `5 ngày làm việc trước hạn`. */
export function saysOf(typed: string, t: Visit['t']): string {
  const days = Number(typed);
  if (typed.trim() === '' || !Number.isInteger(days)) return '';
  return days === 0 ? t('launch.reminders.on') : t(days < 0 ? 'launch.reminders.before' : 'launch.reminders.after', { count: Math.abs(days) });
}

/** `/ladder/plan/1/days` is the row `plan.1`. */
export const fieldOfLadder = (pointer: string): string => pointer.split('/').slice(2, 4).join('.');
