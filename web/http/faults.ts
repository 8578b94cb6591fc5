import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { PagesKit } from '../../api/contracts/pages.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Language } from '../../domain/text.ts';
import { paths } from '../paths.ts';
import type { RenderBare } from '../view/render.ts';
import { translateTo } from '../view/translate.ts';
import type { Fields } from './form.ts';
import { languageFor } from './language.ts';
import { FormOfEarlierSession, SessionEnded } from './session-ended.ts';

/** An address that no page has. */
export const noSuchPage: RequestHandler = (request) => {
  throw new Refused('not-found', { figures: { subject: request.path } });
};

/** The one place where what went wrong becomes a page. What is not a refusal is logged with its stack and told apart by the request's id only. */
export function answerPageFaults(kit: PagesKit, render: RenderBare): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof FormOfEarlierSession) return askToSendAgain(error, kit, render, request, response);
    if (error instanceof SessionEnded) return askToSignIn(error, kit, render, request, response);
    const refused = error instanceof Refused ? error : tooLarge(error) ?? new Refused('internal', { figures: { request: typeof request.id === 'string' ? request.id : '' } });
    if (refused.code === 'internal' || refused.cause) request.log?.error({ err: error }, 'page failed');
    const caller = await kit.callerOf(request).catch(() => undefined);
    if (caller?.mustChangePassword && refused.code === 'forbidden') return response.redirect(303, paths.password());
    const language = languageFor(request, kit);
    const { title, detail, status } = refused.code === 'not-found' || refused.code === 'not-in-cycle' ? nothingHere(language) : kit.wording(refused, language);
    response.locals['code'] = refused.code;
    if (refused.code === 'rate-limited' || refused.code === 'storage-unavailable') response.set('Retry-After', String(refused.figures['seconds'] ?? 5));
    response.status(status).type('html').send(render({ template: 'fault.njk', title, model: { detail, code: refused.code, status } }, { language, caller, url: request.originalUrl }));
  };
}

/** The same words whether there is nothing, or nothing for this reader. */
function nothingHere(language: Language): ReturnType<PagesKit['wording']> {
  const t = translateTo(language);
  return { title: t('frame.nothingHere.title'), detail: t('frame.nothingHere.detail'), status: 404 };
}

/** GET comes back here after signing in; a form that was sent comes back with everything that was typed. */
function askToSignIn({ typed }: SessionEnded, kit: PagesKit, render: RenderBare, request: Request, response: Response): void {
  const language = languageFor(request, kit);
  if (request.method === 'GET' && request.path === '/') return response.redirect(303, paths.signIn());
  // a form with a file is sent to the address of its own page
  if (!typed) return response.redirect(303, paths.signIn(request.method === 'GET' || request.is('multipart/form-data') ? request.originalUrl : undefined));
  const t = translateTo(language);
  response.status(401).type('html').send(render({ template: 'self/sign-in.njk', title: t('self.signIn.title'), model: { ended: true, values: {}, faults: [], to: request.originalUrl, typed: pairsOf(typed) } }, { language, caller: undefined, url: request.originalUrl }));
}

/** Nothing is done until its sender has seen the form and sends it with the token of the present session. */
async function askToSendAgain({ typed }: FormOfEarlierSession, kit: PagesKit, render: RenderBare, request: Request, response: Response): Promise<void> {
  const language = languageFor(request, kit);
  response.status(409).type('html').send(render({ template: 'self/resume.njk', title: translateTo(language)('self.resume.title'), model: { typed: pairsOf(typed), to: request.originalUrl } }, { language, caller: await kit.callerOf(request), url: request.originalUrl }));
}

const pairsOf = (typed: Fields) => Object.entries(typed).flatMap(([name, value]) => [value].flat().map((each) => ({ name, value: each })));

function tooLarge(error: unknown): Refused | undefined {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large' || type === 'parameters.too.many') return new Refused('too-large', { figures: { limit: '1 MB' } });
  return typeof type === 'string' || error instanceof URIError ? new Refused('malformed') : undefined;
}
