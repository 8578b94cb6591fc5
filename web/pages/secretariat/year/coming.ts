import type { PlainDate } from '../../../../domain/date.ts';
import type { Coming } from '../../../../domain/view/coming.ts';
import type { WorkingCalendar } from '../../../../domain/working-calendar.ts';
import { dueView, type DueView } from '../../../view/due.ts';
import type { Translate } from '../../../view/translate.ts';

export interface ComingView extends Coming {
  readonly text: string;
  readonly due: DueView;
}

/** A coming date with its words and the working days until then. */
export function comingView(coming: Coming, { today, calendar, t }: { readonly today: PlainDate; readonly calendar: WorkingCalendar; readonly t: Translate }): ComingView {
  return { ...coming, text: t(`secretariat.coming.${coming.what}`, { quarter: coming.quarter ? t(`quarters.${coming.quarter}`) : '' }), due: dueView(coming.date, today, calendar, t) };
}
