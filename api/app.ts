import express, { type Express, type Router } from 'express';
import type { Logger } from 'pino';
import type { AuditVerdict } from '../domain/audit.ts';
import type { CheckSubmission } from '../domain/check.ts';
import type { CalendarFile } from '../domain/ports/calendar-file.ts';
import type { WriteCalendar } from '../domain/ports/feeds.ts';
import type { Files } from '../domain/ports/files.ts';
import type { MailRoom } from '../domain/ports/letters.ts';
import { recordOnly, type Notify } from '../domain/ports/notify.ts';
import { noRehearsals, type Rehearsals } from '../domain/ports/rehearsals.ts';
import type { RecordStore } from '../domain/ports/record.ts';
import type { PagesKit } from './contracts/pages.ts';
import { readJson } from './http/body.ts';
import { serveCalendar } from './http/calendar.ts';
import { createEventFeed } from './http/event-feed.ts';
import { answerFaults, notFound } from './http/faults.ts';
import { noStore, securityHeaders } from './http/headers.ts';
import { healthz, readyz } from './http/health.ts';
import { defaultSignInLimits, limitSignIns, type SignInLimits } from './http/limits.ts';
import { logRequests } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { mount } from './http/mount.ts';
import { pagesKit } from './http/pages-kit.ts';
import type { RuleEntry, Services } from './http/services.ts';
import { docsRouter } from './pages/router.ts';
import { routes } from './routes/all.ts';
import type { Desk } from './use-cases/desk.ts';
import { createRegisters } from './use-cases/registers.ts';
import type { ProbeWorkflows } from './use-cases/readiness.ts';
import type { LastBackup } from './use-cases/system.ts';

export interface AppDeps {
  readonly record: RecordStore;
  readonly check: CheckSubmission;
  readonly files: Files;
  readonly verifyAudit: () => Promise<AuditVerdict>;
  readonly rules: () => readonly RuleEntry[];
  readonly probe: ProbeWorkflows;
  readonly lastBackup?: LastBackup;
  /** By default none can be started. */
  readonly rehearsals?: Rehearsals;
  readonly notify?: Notify;
  readonly writeCalendar: WriteCalendar;
  readonly mail: MailRoom;
  readonly calendarFile: CalendarFile;
  /** Where people reach the pages, for addresses that leave the house. */
  readonly publicUrl?: string;
  /** Webhooks may go to this machine itself, without TLS too, and to its network. */
  readonly allowsPrivate?: boolean;
  readonly logger: Logger;
  readonly version: string;
  /** Real time in epoch ms. */
  readonly now?: () => number;
  /** Reached over HTTPS: cookies for HTTPS only, and the headers that say so. */
  readonly https?: boolean;
  readonly trustProxy?: boolean;
  readonly sessionMs?: number;
  /** A launch must be confirmed by a second person of the secretariat. */
  readonly launchNeedsSecondPerson?: boolean;
  readonly signInLimits?: SignInLimits;
  /** The pages for people, when there are any. */
  readonly pages?: (kit: PagesKit) => Router;
}

export interface App {
  readonly express: Express;
  readonly desk: Desk;
  /** Ends what runs beside requests. */
  readonly stop: () => void;
}

/** The whole HTTP side of the product, the same in service and in tests. Starts nothing. */
export function createApp(deps: AppDeps): App {
  const { record, check, now = Date.now, https = false } = deps;
  const publicUrl = (deps.publicUrl ?? 'http://localhost:3000').replace(/\/+$/, '');
  const desk: Desk = { record, check, files: deps.files, now, publicUrl, writeCalendar: deps.writeCalendar, mail: deps.mail, calendarFile: deps.calendarFile, allowsPrivate: deps.allowsPrivate ?? false, registers: createRegisters(record, now), notify: deps.notify ?? recordOnly, launchNeedsSecondPerson: deps.launchNeedsSecondPerson ?? false, sessionMs: deps.sessionMs ?? 12 * 3_600_000 };
  const feed = createEventFeed(record);
  const services: Services = { desk, feed, probe: deps.probe, verifyAudit: deps.verifyAudit, rules: deps.rules, lastBackup: deps.lastBackup ?? (() => undefined), rehearsals: deps.rehearsals ?? noRehearsals, version: deps.version, secureCookies: https };
  const metrics = createMetrics(desk);

  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  if (deps.trustProxy) app.set('trust proxy', 1);
  app.use(logRequests(deps.logger), metrics.measure, securityHeaders({ https }));
  app.get('/healthz', healthz);
  app.get('/readyz', noStore, readyz(services));
  app.get('/metrics', noStore, metrics.show);
  app.get('/calendar/:file', serveCalendar(desk));
  app.use(docsRouter(routes, deps.version));
  app.use('/api/v1', noStore, readJson());
  const signInLimits = limitSignIns(deps.signInLimits ?? defaultSignInLimits);
  app.post('/api/v1/sessions', ...signInLimits);
  app.use('/api/v1', mount(routes, services), notFound, answerFaults);
  if (deps.pages) app.use(deps.pages(pagesKit(services, signInLimits)));
  else app.get('/', (_request, response) => response.redirect('/docs'));
  app.use(notFound, answerFaults);
  return { express: app, desk, stop: () => feed.stop() };
}
