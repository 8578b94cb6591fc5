import { z } from 'zod';
import { getWebhook, listDeliveries, replayDeliveries, switchWebhook, testWebhook, type WebhookView } from '../../../api/use-cases/webhooks.ts';
import { deliveryStates } from '../../../domain/webhook.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

const params = z.strictObject({ id: z.string().max(100) });
const query = z.object({ state: z.enum(deliveryStates).optional().catch(undefined), cursor: z.string().max(500).optional() });

type Here = Visit<z.output<typeof params>, z.output<typeof query>>;

const tones = { waiting: 'waiting', delivered: 'done', dead: 'over' } as const;

async function show({ desk, t, params: { id }, query: { state, cursor } }: Here): Promise<View> {
  const wanted = { ...(state === undefined ? {} : { state }) };
  const [endpoint, found] = await Promise.all([getWebhook(desk, id), listDeliveries(desk, id, { ...wanted, ...(cursor === undefined ? {} : { cursor }) })]);
  const rows = found.items.map((each) => ({ ...each, what: t(`webhooks.events.${each.type.replace('.', '-')}`), tone: tones[each.state], outcome: outcomeOf(t, each) }));
  const filters = [undefined, ...deliveryStates].map((each) => ({ text: each === undefined ? t('webhooks.all') : `${t(`webhooks.states.${each}`)} (${endpoint.deliveries[each]})`, href: paths.webhook(id, each === undefined ? {} : { state: each }), isCurrent: each === state }));
  return {
    template: 'webhooks/one.njk', title: endpoint.name, lead: leadOf(t, endpoint), wide: true, crumbs: [{ text: t('webhooks.title'), href: paths.webhooks() }, { text: endpoint.name }],
    model: {
      endpoint, rows, filters, eventNames: endpoint.events.map((each) => t(`webhooks.events.${each.replace('.', '-')}`)), next: found.next === undefined ? undefined : paths.webhook(id, { ...wanted, cursor: found.next }),
      switchTo: endpoint.state === 'on' ? 'off' : 'on', acts: { switch: paths.webhookAct(id, 'switch'), test: paths.webhookAct(id, 'test'), replay: paths.webhookAct(id, 'replay') },
    },
  };
}

const leadOf = (t: Visit['t'], { state, deliveries }: WebhookView): string => t(`webhooks.now.${state}`, { waiting: deliveries.waiting, dead: deliveries.dead });

/** The last answer: a status, or why there was none. */
function outcomeOf(t: Visit['t'], { lastStatus, lastError, attempts }: { lastStatus: number | null; lastError: string | null; attempts: number }): string {
  if (lastStatus === null && lastError === null) return attempts === 0 ? t('webhooks.untried') : '–';
  return lastStatus === null ? t('webhooks.noAnswer', { error: lastError ?? '' }) : t('webhooks.answered', { status: lastStatus });
}

export const webhookPage = page({ name: 'webhook', path: '/admin/webhooks/:id', action: 'webhook.read', params, query, show });

const again = ({ ...visit }: Visit<z.output<typeof params>>): Promise<View> => show({ ...visit, query: {} });

export const switchAct = act({
  name: 'switchWebhook', path: '/admin/webhooks/:id/switch', action: 'webhook.write', once: true, params, form: z.object({ state: z.enum(['on', 'off']) }),
  run: ({ desk, caller, params: { id } }, { state }) => switchWebhook(desk, caller, id, state),
  then: (_result, { params: { id } }, { state }) => ({ to: paths.webhook(id), notice: `webhooks.switched.${state}` }),
  again,
});

export const testAct = act({
  name: 'testWebhook', path: '/admin/webhooks/:id/test', action: 'webhook.write', once: true, params,
  run: ({ desk, caller, params: { id } }) => testWebhook(desk, caller, id),
  then: (_result, { params: { id } }) => ({ to: paths.webhook(id), notice: 'webhooks.tested' }),
  again,
});

export const replayAct = act({
  name: 'replayDeliveries', path: '/admin/webhooks/:id/replay', action: 'webhook.write', once: true, params, form: z.object({ delivery: z.coerce.number().int().positive().optional() }),
  run: ({ desk, caller, params: { id } }, { delivery }) => replayDeliveries(desk, caller, id, delivery),
  then: ({ replayed }, { params: { id } }) => ({ to: paths.webhook(id), notice: 'webhooks.replayed', figures: { count: replayed } }),
  again,
});
