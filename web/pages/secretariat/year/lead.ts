import type { Overview, Stretch } from '../../../../api/use-cases/overview.ts';
import type { WorkingCalendar } from '../../../../domain/working-calendar.ts';
import { dueView } from '../../../view/due.ts';
import type { Translate } from '../../../view/translate.ts';

/** The year in a sentence: what is awaited now and until when. */
export function leadOf(overview: Overview, calendar: WorkingCalendar, t: Translate): string {
  const { cycle, scope, plans, quarters } = overview;
  if (cycle.pausedAt !== null) return t('secretariat.lead.paused');
  const running = cycle.state === 'drafting' ? plans : cycle.state === 'reporting' ? quarters.findLast(({ total }) => total > 0) : undefined;
  if (!running || running.total === 0) return t(`secretariat.lead.${cycle.state}`, { reason: cycle.endedReason ?? '', count: overview.members });
  return scope === 'own' ? ownLead(running, overview, calendar, t) : wholeLead(running, overview, calendar, t);
}

function wholeLead(stretch: Stretch, { today }: Overview, calendar: WorkingCalendar, t: Translate): string {
  const what = whatOf(stretch, t);
  const missing = stretch.states.missing ?? 0;
  if (stretch.unsubmitted === 0) return t(missing === 0 ? 'secretariat.lead.allIn' : 'secretariat.lead.notAllIn', { what, total: stretch.total, missing, sent: stretch.total - missing });
  return t('secretariat.lead.some', { count: stretch.unsubmitted, total: stretch.total, what, left: dueView(stretch.due, today, calendar, t).left });
}

function ownLead(stretch: Stretch, { today }: Overview, calendar: WorkingCalendar, t: Translate): string {
  const [state = 'draft'] = Object.keys(stretch.states);
  const what = whatOf(stretch, t);
  if (state === 'missing') return t('secretariat.lead.ownMissing', { what });
  if (stretch.unsubmitted === 0) return t('secretariat.lead.ownIn', { what, state: t(`states.${state}`) });
  return t('secretariat.lead.ownOut', { what, left: dueView(stretch.due, today, calendar, t).left });
}

const whatOf = ({ quarter }: Stretch, t: Translate): string => (quarter === null ? t('secretariat.what.plan') : t('secretariat.what.report', { quarter: t(`quarters.${quarter}`) }));
