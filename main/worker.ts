import './worker/memory.ts';
import { resolve } from 'node:path';
import { loadEnv } from '../config/env.ts';
import { createWebhookSender } from '../notify/webhooks/sender.ts';
import { openRecord } from '../prisma/client.ts';
import { ensureUpkeepSchedule } from '../relay/schedule.ts';
import { ensureWorkflowBundle } from '../scripts/bundle-workflows.ts';
import { files } from './supervise/data-folder.ts';
import { exitWhenOrphaned } from './supervise/orphan.ts';
import { connect, type Connections } from './worker/connecting.ts';
import { createCrew, type Crew } from './worker/crew.ts';
import { serveHealth } from './worker/health.ts';
import { createLogger, logTemporalTo } from './worker/logging.ts';
import { untilDone } from './worker/patience.ts';
import { openPost } from './worker/post.ts';

/** `npm run worker`: workflows, activities and the relay. Holds no state of its own: as many as wanted may run on one record. */
async function work(): Promise<void> {
  const env = loadEnv(process.env);
  const logger = createLogger(env);
  logTemporalTo(logger);
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());
  exitWhenOrphaned(() => stopping.abort());

  const address = env.TEMPORAL_ADDRESS ?? `127.0.0.1:${env.TEMPORAL_PORT}`;
  const [namespace, taskQueue] = [env.TEMPORAL_NAMESPACE, env.TEMPORAL_TASK_QUEUE];
  const data = files(resolve(env.CHUTRINH_DATA));
  const record = await openRecord({ file: data.record });
  const post = openPost({ env, record, folder: data.mails, logger });
  const posting = post.run();
  // needs the record alone: other systems are told while the workflow server is away
  const webhooks = createWebhookSender({ record, allowsPrivate: env.WEBHOOKS_TO_PRIVATE_ADDRESSES, onFailure: (error) => logger.warn({ error: String(error) }, 'webhooks wait') });
  const sending = webhooks.run();
  const codePath = await ensureWorkflowBundle();

  const begin = async (): Promise<{ crew: Crew; connections: Connections }> => {
    const connections = await connect({ address, namespace });
    try {
      const crew = await createCrew({
        ...connections, record, taskQueue, workflows: { workflowBundle: { codePath } }, mailsKeptMs: env.MAIL_KEPT_DAYS * 86_400_000,
        onOutage: (error) => logger.warn({ error: String(error) }, 'messages wait: the workflow server cannot be reached'),
        onRecovery: () => logger.info('messages are delivered again'),
      });
      await ensureUpkeepSchedule(connections.client, taskQueue);
      return { crew, connections };
    } catch (error) {
      await connections.close().catch(() => undefined);
      throw error;
    }
  };
  const begun = await untilDone(begin, { signal: stopping.signal, onFailure: (error) => logger.warn({ address, error: String(error) }, 'waiting for the workflow server') });
  if (begun) {
    const { crew, connections } = begun;
    const health = env.WORKER_PORT > 0 ? await serveHealth({ host: env.HOST, port: env.WORKER_PORT, record, worker: crew.worker }) : undefined;
    const over = crew.run();
    stopping.signal.addEventListener('abort', () => void crew.stop());
    if (stopping.signal.aborted) void crew.stop();
    logger.info({ address, taskQueue }, 'worker ready');
    process.send?.({ type: 'ready' });
    await over;
    health?.close();
    await connections.close();
  }
  await post.stop();
  await posting;
  await webhooks.stop();
  await sending;
  await record.close();
}

work().then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
