import { z } from 'zod';
import { getDelivery, plainText, settleDelivery, type Settlement } from '../../../api/use-cases/deliveries.ts';
import { Refused } from '../../../domain/refusals.ts';
import { act, page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { wordsOf } from './words.ts';

const byId = z.strictObject({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
type ById = z.output<typeof byId>;

async function show({ desk, t, params }: Visit<ById>): Promise<View> {
  const { delivery, mail } = await getDelivery(desk, params.id);
  const units = await desk.registers.units();
  const title = delivery.name === '' ? t('deliveries.nobody') : delivery.name;
  return {
    template: 'deliveries/one.njk', title, lead: t(`deliveries.stands.${delivery.state}`), crumbs: [{ text: t('deliveries.title'), href: paths.deliveries() }, { text: title }],
    model: {
      delivery: { ...delivery, ...wordsOf(delivery, t), unitName: units.get(delivery.unit)?.name ?? delivery.unit }, text: mail && plainText(mail), eml: mail && paths.deliveryEml(delivery.id),
      isUncertain: delivery.state === 'uncertain', resend: paths.settleDelivery(delivery.id, 'resending'), dismiss: paths.settleDelivery(delivery.id, 'dismissal'),
    },
  };
}

async function download({ desk, params }: Visit<ById>): Promise<Download> {
  const { mail } = await getDelivery(desk, params.id);
  if (!mail) throw new Refused('not-found', { figures: { subject: `mail of delivery ${params.id}` } });
  return { fileName: `thu-${params.id}.eml`, type: 'message/rfc822', body: mail.raw };
}

export const deliveryPage = page({ name: 'delivery', path: '/admin/deliveries/:id', action: 'delivery.read', params: byId, show });
export const deliveryEml = page({ name: 'deliveryEml', path: '/admin/deliveries/:id/mail.eml', action: 'delivery.read', params: byId, show: download });

const settling = (settlement: Settlement) => act({
  name: `${settlement}OfDelivery`, path: `/admin/deliveries/:id/${settlement}`, action: 'delivery.settle', params: byId, once: true,
  run: ({ desk, caller, params }) => settleDelivery(desk, caller, params.id, settlement),
  then: ({ name }) => ({ to: paths.deliveries({ state: 'uncertain' }), notice: `deliveries.${settlement}`, figures: { name } }),
  again: show,
});

export const resendAct = settling('resending');
export const dismissAct = settling('dismissal');
