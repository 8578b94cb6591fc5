import { Gauge, type Registry } from 'prom-client';
import type { Desk } from '../use-cases/desk.ts';

/** What waits to be sent, for whoever watches: the answer reads the figures again. A record that cannot be read counts as nothing waiting; `/readyz` says so. */
export function watchBacklogs(register: Registry, { record: { read }, now }: Desk): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name: `chutrinh_${name}`, help, registers: [register] });
  const byState = (name: string, help: string) => new Gauge({ name: `chutrinh_${name}`, help, labelNames: ['state'], registers: [register] });
  const oldest = gauge('outbox_oldest_seconds', 'Age of the oldest message that waits for its workflow');
  const waiting = gauge('outbox_waiting', 'Messages that wait for their workflow');
  const mails = byState('mails', 'Mails that wait, were refused for good, or may or may not have arrived');
  const byChannel = new Gauge({ name: 'chutrinh_deliveries', help: 'Reminders, decisions and directives by channel and state', labelNames: ['channel', 'state'], registers: [register] });
  const oldestMail = gauge('mails_oldest_seconds', 'Age of the oldest mail that waits');
  const webhooks = byState('webhooks', 'Messages to other systems that wait, that wait after a failure, or were given up');
  const oldestWebhook = gauge('webhooks_oldest_seconds', 'Age of the oldest message to another system that waits');
  const overdueWebhook = gauge('webhooks_overdue_seconds', 'For how long nobody has tried the message that is due longest');

  return async () => {
    const [outbox, mail, told, channels] = await Promise.all([
      read.outbox.backlog(now()).catch(() => undefined), read.deliveries.backlog(now()).catch(() => undefined), read.webhookDeliveries.backlog(now()).catch(() => undefined),
      read.deliveries.countByChannel().catch(() => []),
    ]);
    oldest.set((outbox?.oldestMs ?? 0) / 1000);
    waiting.set(outbox?.count ?? 0);
    for (const state of ['waiting', 'failed', 'uncertain'] as const) mails.set({ state }, mail?.[state] ?? 0);
    byChannel.reset();
    for (const { channel, state, count } of channels) byChannel.set({ channel, state }, count);
    oldestMail.set((mail?.oldestMs ?? 0) / 1000);
    for (const state of ['waiting', 'failing', 'dead'] as const) webhooks.set({ state }, told?.[state] ?? 0);
    oldestWebhook.set((told?.oldestMs ?? 0) / 1000);
    overdueWebhook.set((told?.overdueMs ?? 0) / 1000);
  };
}
