import type { Move } from '../../../api/use-cases/calendar.ts';
import type { Visit } from '../../http/page.ts';
import { formats } from '../../view/formats.ts';

/** The due dates that a change of the calendar moves, as a confirmation lists them: the first hundred. */
export async function movesView({ desk, t, language }: Visit, moves: readonly Move[]): Promise<{ readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly sentence: string }> {
  const register = await desk.registers.units();
  const { day } = formats(language);
  return {
    heads: ['unit', 'what', 'was', 'due'].map((column) => t(`registers.calendar.moves.${column}`)),
    rows: moves.slice(0, 100).map(({ cycle, duty, due }) => [register.get(duty.unit)?.name ?? duty.unit, `${duty.quarter === null ? t('secretariat.duties.plan') : t('secretariat.duties.report', { quarter: t(`quarters.${duty.quarter}`) })}, ${cycle.title}`, day(duty.due), day(due)]),
    sentence: moves.length === 0 ? t('registers.calendar.moves.none') : t('registers.calendar.moves.some', { count: moves.length }),
  };
}
