import { z } from 'zod';
import { getDelivery, hasHtml, htmlText, kindOf, plainText, settleDelivery, type MailKind, type Settlement } from '../../../api/use-cases/deliveries.ts';
import { judgeResending } from '../../../api/use-cases/resendable.ts';
import { Refused } from '../../../domain/refusals.ts';
import { act, page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { wordsOf } from './words.ts';

export const byId = z.strictObject({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
type ById = z.output<typeof byId>;

/** Also for what was refused on it. */
export async function showDelivery({ desk, t, params }: Visit<ById>): Promise<View> {
  const { delivery, mail } = await getDelivery(desk, params.id);
  const kind = mail && kindOf(mail);
  const [units, resending, own, subject] = await Promise.all([
    desk.registers.units(), judgeResending(desk, delivery), delivery.text === null ? [] : desk.record.read.rungTexts.historyOf(delivery.text), kind === 'eml' ? desk.mail.subjectOf(mail?.raw ?? '') : undefined,
  ]);
  const title = delivery.name === '' ? t('deliveries.nobody') : delivery.name;
  return {
    template: 'deliveries/one.njk', title, lead: t(`deliveries.stands.${delivery.state}`), crumbs: [{ text: t('deliveries.title'), href: paths.deliveries() }, { text: title }],
    model: {
      delivery: { ...delivery, ...wordsOf(delivery, t), unitName: units.get(delivery.unit)?.name ?? delivery.unit, ownText: own[0]?.name ?? delivery.text }, place: paths.story(delivery.cycle, delivery.unit),
      mail: mail && kind && { subject, text: plainText(mail).split('\n'), file: { href: paths.deliveryMail(delivery.id, kind), text: t(`deliveries.download.${kind}`) }, frame: hasHtml(mail) ? paths.deliveryFrame(delivery.id) : undefined }, isCleared: !mail && delivery.mail !== null,
      isUncertain: delivery.state === 'uncertain', resend: paths.settleDelivery(delivery.id, 'resending'), dismiss: paths.settleDelivery(delivery.id, 'dismissal'),
      again: 'to' in resending ? { action: paths.resendDelivery(delivery.id), address: resending.to.address, name: resending.to.name } : undefined,
      why: 'why' in resending && resending.why !== 'not-unreached' ? t(`deliveries.why.${resending.why}`) : undefined,
    },
  };
}

/** The mail as the recipient's mail program shows it, in a frame. */
async function frame({ desk, params }: Visit<ById>): Promise<Download> {
  const { mail } = await getDelivery(desk, params.id);
  if (!mail || !hasHtml(mail)) throw new Refused('not-found', { figures: { subject: `mail of delivery ${params.id}` } });
  return { fileName: 'thu.html', type: 'text/html', body: htmlText(mail), framed: true };
}

const files = {
  eml: (id: number) => ({ fileName: `thu-${id}.eml`, type: 'message/rfc822' }),
  json: (id: number) => ({ fileName: `tin-${id}.json`, type: 'application/json' }),
} satisfies Record<MailKind, (id: number) => Pick<Download, 'fileName' | 'type'>>;

/** As it was handed over, under the ending that it has. */
const download = (kind: MailKind) => async ({ desk, params }: Visit<ById>): Promise<Download> => {
  const { mail } = await getDelivery(desk, params.id);
  if (!mail || kindOf(mail) !== kind) throw new Refused('not-found', { figures: { subject: `mail of delivery ${params.id}` } });
  return { ...files[kind](params.id), body: mail.raw };
};

export const deliveryPage = page({ name: 'delivery', path: '/admin/deliveries/:id', action: 'delivery.read', params: byId, show: showDelivery });
export const deliveryFrame = page({ name: 'deliveryFrame', path: '/admin/deliveries/:id/mail.html', action: 'delivery.read', params: byId, show: frame });
export const deliveryEml = page({ name: 'deliveryEml', path: '/admin/deliveries/:id/mail.eml', action: 'delivery.read', params: byId, show: download('eml') });
export const deliveryJson = page({ name: 'deliveryJson', path: '/admin/deliveries/:id/message.json', action: 'delivery.read', params: byId, show: download('json') });

const settling = (settlement: Settlement) => act({
  name: `${settlement}OfDelivery`, path: `/admin/deliveries/:id/${settlement}`, action: 'delivery.settle', params: byId, once: true,
  run: ({ desk, caller, params }) => settleDelivery(desk, caller, params.id, settlement),
  then: ({ name }) => ({ to: paths.deliveries({ state: 'uncertain' }), notice: `deliveries.${settlement}`, figures: { name } }),
  again: showDelivery,
});

export const resendAct = settling('resending');
export const dismissAct = settling('dismissal');
