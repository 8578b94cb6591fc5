import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { RecordStore } from '../../domain/ports/record.ts';
import type { Crew } from './crew.ts';

export interface HealthOptions {
  readonly host: string;
  readonly port: number;
  readonly record: Pick<RecordStore, 'read'>;
  readonly worker: Crew['worker'];
}

/** The worker's own `/healthz` and `/metrics`: whether it polls, and what waits to be delivered. */
export async function serveHealth({ host, port, record, worker }: HealthOptions): Promise<Server> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const backlog = new Gauge({ name: 'chutrinh_outbox_messages', help: 'Messages that wait to be delivered to workflows', registers: [registry] });
  const oldest = new Gauge({ name: 'chutrinh_outbox_oldest_ms', help: 'Age of the oldest message that waits, in ms', registers: [registry] });

  const server = createServer((request, response) => {
    void (async () => {
      if (request.url === '/healthz') {
        const state = worker.getState();
        response.writeHead(state === 'RUNNING' ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ state }));
      } else if (request.url === '/metrics') {
        const { count, oldestMs } = await record.read.outbox.backlog(Date.now());
        backlog.set(count);
        oldest.set(oldestMs);
        response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
      } else {
        response.writeHead(404).end();
      }
    })().catch(() => response.writeHead(503).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  return server;
}
