import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { PagesKit } from '../../api/contracts/pages.ts';
import type { Caller } from '../../api/use-cases/caller.ts';
import { countUnread } from '../../api/use-cases/notices.ts';
import { perform, recordRefusal, type Attempt } from '../../api/use-cases/perform.ts';
import { isAllowed, listScope, permissions } from '../../domain/permissions.ts';
import { quarters } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import { dutyIdOf } from '../../api/use-cases/place.ts';
import { translateTo } from '../view/translate.ts';
import type { Render } from '../view/render.ts';
import { faultsOf } from './field-faults.ts';
import { fieldsOf, one, present, unfilled, type Fields } from './form.ts';
import { languageFor } from './language.ts';
import { leaveNotice } from './notice.ts';
import { isDownload, isStored, type Act, type AnyPage, type Download, type Page, type StoredFile, type View, type Visit } from './page.ts';
import { isOurs } from './origin.ts';
import { FormOfEarlierSession, SessionEnded } from './session-ended.ts';
import { withFile } from './upload.ts';

/** Mounts pages and acts. One without an action of the permission table, or a second one for the same address, stops the start. */
export function mountPages(pages: readonly AnyPage[], kit: PagesKit, render: Render): Router {
  const router = Router({ caseSensitive: true, strict: false });
  const seen = new Set<string>();
  for (const each of pages) {
    const method = each.kind === 'page' ? 'get' : 'post';
    const address = `${method} ${each.path}`;
    if (!Object.hasOwn(permissions, each.action)) throw new Error(`${address} names no action of the permission table`);
    if (seen.has(address)) throw new Error(`${address} is registered twice`);
    seen.add(address);
    router[method](each.path, async (request, response) => {
      response.locals['route'] = each.path;
      const visit = await visitOf(each, kit, request);
      if (each.kind === 'page') await send(render, visit, response, await shown(each, visit, request));
      // an upload takes as long as its sender wants: it must not keep others from their turn
      else if (each.upload) await serveAct(each, await withFile(visit, request, response), request, response, render);
      else await kit.takeTurns(() => serveAct(each, visit, request, response, render));
    });
  }
  return router;
}

async function visitOf(spec: AnyPage, kit: PagesKit, request: Request): Promise<Visit> {
  const language = languageFor(request, kit);
  const caller = await kit.callerOf(request);
  if (!caller) throw new SessionEnded(request.method === 'POST' && spec.kind === 'act' && !spec.secret && !spec.upload ? fieldsOf(request.body) : undefined);
  const parsed = spec.params?.safeParse(request.params);
  if (parsed && !parsed.success) throw new Refused('not-found', { figures: { subject: request.path } });
  return { kit, desk: kit.desk, caller, language, t: translateTo(language), params: parsed?.data ?? {}, query: {}, url: request.originalUrl, filled: unfilled };
}

/** A query that cannot be read counts as none: an old link still opens its page. */
async function shown(spec: Page, visit: Visit, request: Request): Promise<View | Download | StoredFile> {
  assertAllowed(spec, visit.caller, request);
  const wanted = spec.query?.safeParse(present(fieldsOf(request.query)));
  const query = wanted ? (wanted.success ? wanted.data : spec.query?.parse({})) : {};
  try {
    return await spec.show({ ...visit, query });
  } catch (error) {
    if (error instanceof Refused && error.code === 'forbidden') await recordRefusal(visit.desk, visit.caller, attemptOf(spec, request), error);
    throw error;
  }
}

async function serveAct(spec: Act, visit: Visit, request: Request, response: Response, render: Render): Promise<void> {
  const fields = fieldsOf(request.body);
  assertForm(spec, visit.caller, request, fields);
  const caller: Caller = spec.once ? { ...visit.caller, key: keyOf(request, fields) } : visit.caller;
  const here = { ...visit, caller };
  try {
    let form: unknown = fields;
    let asked: View | undefined;
    const typed = { ...here, filled: { values: fields, faults: [] } };
    const work = async (): Promise<unknown> => {
      assertAllowed(spec, caller, request);
      form = spec.form ? spec.form.parse(spec.read ? await spec.read(fields, here) : present(fields), { reportInput: true }) : fields;
      if (spec.ask && one(fields, 'confirmed') === '') asked = await spec.ask(typed, form);
      return asked ? undefined : spec.run(here, form);
    };
    const performed = spec.quiet ? { kind: 'done' as const, answer: await work() } : await perform(visit.desk, caller, attemptOf(spec, request), work);
    if (asked) return await send(render, typed, response, asked);
    const result = performed.kind === 'done' ? performed.answer : (JSON.parse(performed.body) as unknown);
    if (spec.reply) return await send(render, here, response, spec.reply(result, here));
    const next = spec.then(result, here, form);
    if ('template' in next) return await send(render, here, response, next);
    const { to, notice, figures } = next;
    if (notice !== undefined) leaveNotice(response, { key: notice, figures: figures ?? {} }, visit.kit.secure);
    response.redirect(303, to);
  } catch (error) {
    const faults = faultsOf(error, visit, spec.fieldOf);
    if (!faults) throw error;
    const again = { ...here, filled: { values: fields, faults: faults.faults } };
    const view = await spec.again(again);
    await send(render, again, response, isDownload(view) ? view : { ...view, status: faults.status });
  }
}

async function send(render: Render, visit: Visit, response: Response, answer: View | Download | StoredFile): Promise<void> {
  if (isStored(answer)) return visit.kit.sendFile(response, answer.stored);
  if (isDownload(answer) && answer.framed) {
    response.set({ 'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'", 'X-Frame-Options': 'SAMEORIGIN' }).type(answer.type).send(answer.body);
  } else if (isDownload(answer)) {
    response.type(answer.type).set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`).send(answer.body);
  } else {
    const [unread, units] = await Promise.all([visit.caller.mustChangePassword ? 0 : countUnread(visit.desk, visit.caller), visit.desk.registers.units()]);
    response.status(answer.status ?? 200).type('html').send(render(answer, visit, response, { unread, unitName: units.get(visit.caller.actor.unit)?.name ?? '' }));
  }
}

/** Asks the permission table as far as the path tells. Where units are told apart, the page of a foreign one does not exist. */
function assertAllowed({ action, scope = 'any' }: AnyPage, caller: Caller, request: Request): void {
  const unit = request.params['unit'];
  const isWithin = scope === 'list' || scope === 'part' ? listScope(caller.actor, action) !== undefined : isAllowed(caller.actor, action, scope === 'unit' && typeof unit === 'string' ? { unit } : {});
  if (!isWithin) throw new Refused(scope === 'unit' && listScope(caller.actor, action) !== undefined ? 'not-found' : 'forbidden', { figures: { action } });
  if (caller.mustChangePassword && !['self.read', 'self.password', 'self.sessions'].includes(action)) throw new Refused('forbidden', { figures: { action, mustChangePassword: true } });
}

/** A form carries the token of its session: another site's form does not know it. */
function assertForm({ secret }: Act, caller: Caller, request: Request, fields: Fields): void {
  if (caller.credential.kind !== 'session') throw new Refused('csrf');
  const given = Buffer.from(one(request.body as Fields, '_csrf'));
  const expected = Buffer.from(caller.credential.session.csrf);
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw !secret && isOurs(request) ? new FormOfEarlierSession(fields) : new Refused('csrf');
}

function keyOf(request: Request, fields: Fields) {
  const key = one(request.body as Fields, '_key');
  if (!/^[\w-]{8,100}$/.test(key)) throw new Refused('idempotency-key-required');
  return { key, requestHash: createHash('sha256').update(JSON.stringify([request.originalUrl, fields])).digest('hex'), status: 200 };
}

/** What the audit row of a refusal says it was about: a duty by its id, else the address. */
function attemptOf({ name }: AnyPage, { params, path }: Request): Attempt {
  const { cycle, unit, quarter: given } = params;
  if (typeof cycle !== 'string') return { act: name, subject: path };
  const quarter = quarters.find((each) => each === given);
  return { act: name, cycle, subject: typeof unit === 'string' ? dutyIdOf({ cycle, unit, ...(quarter ? { quarter } : {}) }) : path, ...(typeof unit === 'string' ? { unit } : {}) };
}
