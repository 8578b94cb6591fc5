import type { Cycle, CycleUnit } from '../../domain/cycle.ts';
import { isTooLateFor } from '../../domain/view/quarter-view.ts';
import type { Formats } from './formats.ts';
import type { Translate } from './translate.ts';

/** Why a unit that joined in mid-year owes no report of the quarters before: `Không phải báo cáo quý I vì tham gia từ 1/4/2022.` Undefined when it owes all. */
export function exemptWords({ settings }: Pick<Cycle, 'settings'>, member: Pick<CycleUnit, 'joinedOn'>, t: Translate, format: Pick<Formats, 'date'>): string | undefined {
  const quarters = settings.calendar.periods.filter((period) => isTooLateFor(period, member)).map(({ quarter }) => t(`quarters.${quarter}`));
  return quarters.length === 0 ? undefined : t('quarters.exempt', { quarters: quarters.join(', '), date: format.date(member.joinedOn) });
}
