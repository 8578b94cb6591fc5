import type { Delivery } from '../../../domain/delivery.ts';
import { parseDirectiveId, parseDutyId } from '../../../domain/ids.ts';
import type { Visit } from '../../http/page.ts';

const known = ['crash', 'no-address'];

/** What a delivery is about, and why it did not arrive, as people say it. */
export function wordsOf({ kind, channel, state, subject, detail, rung, lastError }: Pick<Delivery, 'kind' | 'channel' | 'state' | 'subject' | 'detail' | 'rung' | 'lastError'>, t: Visit['t']): { readonly what: string; readonly kindName: string; readonly rungName: string; readonly why: string } {
  const duty = parseDutyId(subject);
  const whole = kind === 'guidance' ? t('deliveries.guidance') : t('deliveries.directive', { number: parseDirectiveId(subject)?.number ?? detail });
  const what = duty ? t(duty.quarter ? 'deliveries.report' : 'deliveries.plan', duty.quarter ? { quarter: t(`quarters.${duty.quarter}`) } : {}) : whole;
  const names = { what, kindName: t(`deliveries.kind.${kind}`), rungName: rungWords(rung, kind, t) };
  if (channel === 'zalo' && state === 'filed') return { ...names, why: t('deliveries.error.zalo-filed') };
  return { ...names, why: lastError !== null && known.includes(lastError) ? t(`deliveries.error.${lastError}`) : (lastError ?? '') };
}

/** A rung in words: how many working days before or after the due date; by hand; nothing for what is told as it happens. */
export function rungWords(rung: string, kind: Delivery['kind'], t: Visit['t']): string {
  if (kind !== 'reminder' && kind !== 'escalation') return '';
  if (rung.startsWith('manual/')) return t('deliveries.rung.manual');
  const days = Number(/\/([+-]?\d+)$/.exec(rung)?.[1]);
  if (!Number.isInteger(days)) return rung;
  return days === 0 ? t('deliveries.rung.day') : t(days < 0 ? 'deliveries.rung.before' : 'deliveries.rung.after', { days: Math.abs(days) });
}
