import type { Delivery } from '../../../domain/delivery.ts';
import { parseDirectiveId, parseDutyId } from '../../../domain/ids.ts';
import type { Visit } from '../../http/page.ts';

const known = ['crash', 'no-address'];

/** What a delivery is about, and why it did not arrive, as people say it. */
export function wordsOf({ kind, channel, state, subject, detail, lastError }: Delivery, t: Visit['t']): { readonly what: string; readonly kindName: string; readonly why: string } {
  const duty = parseDutyId(subject);
  const whole = kind === 'guidance' ? t('deliveries.guidance') : t('deliveries.directive', { number: parseDirectiveId(subject)?.number ?? detail });
  const what = duty ? t(duty.quarter ? 'deliveries.report' : 'deliveries.plan', { quarter: duty.quarter ?? '' }) : whole;
  if (channel === 'zalo' && state === 'filed') return { what, kindName: t(`deliveries.kind.${kind}`), why: t('deliveries.error.zalo-filed') };
  return { what, kindName: t(`deliveries.kind.${kind}`), why: lastError !== null && known.includes(lastError) ? t(`deliveries.error.${lastError}`) : (lastError ?? '') };
}
