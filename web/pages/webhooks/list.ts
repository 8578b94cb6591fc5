import { newWebhook } from '../../../api/contracts/webhook.ts';
import { createWebhook, listWebhooks } from '../../../api/use-cases/webhooks.ts';
import { webhookEvents } from '../../../domain/webhook.ts';
import { many, one } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

async function show({ desk, t }: Visit): Promise<View> {
  const rows = (await listWebhooks(desk)).map((each) => ({ ...each, href: paths.webhook(each.id) }));
  const dead = rows.reduce((sum, { deliveries }) => sum + deliveries.dead, 0);
  const lead = t(dead > 0 ? 'webhooks.leadDead' : 'webhooks.lead', { count: rows.length, dead });
  return { template: 'webhooks/list.njk', title: t('webhooks.title'), lead, help: 'webhooks.help', wide: true, model: { rows } };
}

export const webhooksPage = page({ name: 'webhooks', path: '/admin/webhooks', action: 'webhook.read', show });

const crumbs = (t: Visit['t']) => [{ text: t('webhooks.title'), href: paths.webhooks() }, { text: t('webhooks.new') }];

const showNew = async ({ desk, t }: Visit): Promise<View> => ({ template: 'webhooks/new.njk', title: t('webhooks.new'), help: 'webhooks.newHelp', crumbs: crumbs(t), model: { events: webhookEvents, allowsPrivate: desk.allowsPrivate } });

export const newWebhookPage = page({ name: 'newWebhook', path: '/admin/webhooks/new', action: 'webhook.write', show: showNew });

/** Not kept under the form's key: a stored answer would keep the secret. */
export const createWebhookAct = act({
  name: 'createWebhook', path: '/admin/webhooks/new', action: 'webhook.write', secret: true, form: newWebhook,
  read: (fields) => ({ name: one(fields, 'name'), url: one(fields, 'url'), events: many(fields, 'events') }),
  run: ({ desk, caller }, form) => createWebhook(desk, caller, form),
  then: ({ id, name, secret }, { t }) => ({ template: 'webhooks/once.njk', title: t('webhooks.onceTitle'), crumbs: crumbs(t), model: { name, secret, next: paths.webhook(id) } }),
  again: showNew,
});
