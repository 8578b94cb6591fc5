import type { WebhookEndpoints } from '../../domain/ports/webhooks.ts';
import type { WebhookEndpoint, WebhookEvent, WebhookState } from '../../domain/webhook.ts';
import type { WebhookEndpoint as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { readJson, textList } from './json.ts';

const toEndpoint = (row: Row): WebhookEndpoint => ({
  ...row, events: readJson<readonly WebhookEvent[]>(row.events, textList, `WebhookEndpoint ${row.id} events`), state: row.state as WebhookState, createdAt: toInstant(row.createdAt),
});

export function createWebhookEndpoints({ db }: Context): WebhookEndpoints {
  return {
    async find(id) {
      const row = await db.webhookEndpoint.findFirst({ where: { id } });
      return row ? toEndpoint(row) : undefined;
    },
    async list() {
      return (await db.webhookEndpoint.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(toEndpoint);
    },
    async insert(endpoint) {
      await insertRows(db, 'WebhookEndpoint', [{ ...endpoint, events: JSON.stringify(endpoint.events), createdAt: fromInstant(endpoint.createdAt) }]);
    },
    async update(id, changes) {
      await db.webhookEndpoint.updateMany({ where: { id }, data: changes });
    },
  };
}
