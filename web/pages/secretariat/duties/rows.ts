import type { DutyRow, DutyTable } from '../../../../api/use-cases/duty-table.ts';
import { possibleActs } from '../../../../domain/stages.ts';
import type { WorkingCalendar } from '../../../../domain/working-calendar.ts';
import { paths } from '../../../paths.ts';
import { dueView, type DueView } from '../../../view/due.ts';
import type { Translate } from '../../../view/translate.ts';

export interface RowView extends DutyRow {
  readonly what: string;
  readonly href: string;
  readonly story: string;
  readonly dueView: DueView;
  /** See `canBeSteered`. */
  readonly canSteer: boolean;
}

export const whatOf = ({ quarter }: Pick<DutyRow, 'quarter'>, t: Translate): string => (quarter === null ? t('secretariat.duties.plan') : t('secretariat.duties.report', { quarter: t(`quarters.${quarter}`) }));

/** Somebody can be reminded, or given more time. */
export const canBeSteered = ({ kind, state }: Pick<DutyRow, 'kind' | 'state'>): boolean => possibleActs(kind, state).includes('extend');

export function rowView(row: DutyRow, { today }: Pick<DutyTable, 'today'>, calendar: WorkingCalendar, t: Translate): RowView {
  const view = dueView(row.due, today, calendar, t);
  const canSteer = canBeSteered(row);
  return { ...row, what: whatOf(row, t), href: paths.duty(row), story: paths.story(row.cycle, row.unit), dueView: canSteer ? view : { ...view, left: '' }, canSteer };
}
