import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import pino from 'pino';
import { createApp } from '../api/app.ts';
import { createFileStore } from '../api/uploads/store.ts';
import { clearOrphans } from '../api/use-cases/attachments.ts';
import { ruleEntries } from '../api/rules.ts';
import { loadEnv } from '../config/env.ts';
import { writeCalendar } from '../notify/ical.ts';
import { mailRoom } from '../notify/mail-room.ts';
import { workingDaysFile } from '../notify/working-days/file.ts';
import { verifyAudit } from '../prisma/audit-chain.ts';
import { lastBackup } from '../prisma/backup.ts';
import { openRecord } from '../prisma/client.ts';
import { createChecker, shippedCatalogue } from '../rules/check.ts';
import { ensureAssets } from '../scripts/build-assets.ts';
import { createPages } from '../web/app.ts';
import packageJson from '../package.json' with { type: 'json' };
import { linkBelow } from './mail-links.ts';
import { probeWorkflows } from './server/probe.ts';
import { createRehearsals } from './server/rehearsals.ts';
import { files } from './supervise/data-folder.ts';
import { claimPort } from './supervise/ports.ts';

/** `npm run server`: pages and API. Holds no state of its own: as many as wanted may run on one record. */
const patienceMs = 10_000;
/** How often files that nothing refers to are looked for. */
const clearEveryMs = 24 * 3_600_000;

async function serve(): Promise<void> {
  const env = loadEnv(process.env);
  const port = await claimPort({ host: env.HOST, port: env.PORT, variable: 'PORT', what: 'pages and API' });
  const logger = pino({ level: env.LOG_LEVEL });
  const data = files(resolve(env.CHUTRINH_DATA));
  const record = await openRecord({ file: data.record });
  const uploads = createFileStore(data.uploads);
  const workflows = probeWorkflows({ address: env.TEMPORAL_ADDRESS ?? `127.0.0.1:${env.TEMPORAL_PORT}`, namespace: env.TEMPORAL_NAMESPACE, taskQueue: env.TEMPORAL_TASK_QUEUE });
  const catalogue = shippedCatalogue();
  const assets = await ensureAssets();
  const rehearsals = createRehearsals({ data: resolve(env.CHUTRINH_DATA) });
  const app = createApp({
    record,
    rehearsals,
    files: uploads,
    check: createChecker({ catalogue }),
    verifyAudit: () => verifyAudit(record),
    rules: () => ruleEntries(catalogue),
    probe: workflows.probe,
    lastBackup: () => lastBackup(data.backups),
    logger,
    version: packageJson.version,
    pages: (kit) => createPages(kit, assets),
    writeCalendar,
    mail: mailRoom(linkBelow(env.PUBLIC_URL)),
    calendarFile: workingDaysFile,
    publicUrl: env.PUBLIC_URL ?? `http://${env.HOST}:${port}`,
    allowsPrivate: env.WEBHOOKS_TO_PRIVATE_ADDRESSES,
    https: env.PUBLIC_URL?.startsWith('https:') ?? false,
    trustProxy: env.TRUST_PROXY,
    sessionMs: env.SESSION_HOURS * 3_600_000,
    launchNeedsSecondPerson: env.LAUNCH_NEEDS_SECOND_PERSON,
  });
  const server = createServer(app.express);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen({ host: env.HOST, port }, done);
  });
  logger.info({ host: env.HOST, port: (server.address() as AddressInfo).port }, 'listening');
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port });

  const clear = (): void => void clearOrphans({ files: uploads, record }).catch((error: unknown) => logger.warn({ err: error }, 'files that nothing refers to could not be cleared'));
  clear();
  setInterval(clear, clearEveryMs).unref();

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await rehearsals.close(); // before the server: one that is broken off cancels its cycle here
    setTimeout(() => server.closeAllConnections(), patienceMs).unref();
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    app.stop();
    await closed;
    await Promise.all([workflows.close(), record.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
