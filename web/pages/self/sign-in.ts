import { Router, type Request, type Response } from 'express';
import type { PagesKit } from '../../../api/contracts/pages.ts';
import { endSession, signIn } from '../../../api/use-cases/sessions.ts';
import { Refused } from '../../../domain/refusals.ts';
import { fieldsOf, one, type Fields } from '../../http/form.ts';
import { languageFor } from '../../http/language.ts';
import { localPath } from '../../http/local-path.ts';
import { isForeign } from '../../http/origin.ts';
import { paths } from '../../paths.ts';
import type { RenderBare } from '../../view/render.ts';
import { translateTo } from '../../view/translate.ts';

/** Prefix of what was typed before the session ended, while it travels through the sign-in form. */
const prefix = 'typed:';

/** Signing in and out: the only pages for people who are not signed in. */
export function signInRouter(kit: PagesKit, render: RenderBare): Router {
  const router = Router();

  const show = (request: Request, response: Response, { status, message, fields }: { status: number; message?: string; fields: Fields }): void => {
    const language = languageFor(request, kit);
    const typed = typedOf(fields);
    const model = {
      ended: typed.length > 0, typed, to: localPath(one(fields, 'to'), ''), login: one(fields, 'login'), faults: message === undefined ? [] : [{ field: 'login', message }],
    };
    response.status(status).type('html').send(render({ template: 'self/sign-in.njk', title: translateTo(language)('self.signIn.title'), model }, { language, caller: undefined, url: paths.signIn() }));
  };

  router.get('/sign-in', (request, response) => show(request, response, { status: 200, fields: fieldsOf(request.query) }));

  router.post('/sign-in', ...kit.limitSignIns, async (request, response) => {
    const fields = fieldsOf(request.body);
    const userAgent = request.get('user-agent');
    try {
      assertSameSite(request);
      const password = (request.body as Record<string, unknown>)['password'];
      const { account, session, secret } = await signIn(kit.desk, { login: one(fields, 'login'), password: typeof password === 'string' ? password.slice(0, 1000) : '', ...(userAgent === undefined ? {} : { userAgent }) });
      kit.signIn(response, secret, session.expiresAt - kit.desk.now());
      const to = localPath(one(fields, 'to'));
      const typed = typedOf(fields);
      if (account.mustChangePassword) return response.redirect(303, paths.password());
      if (typed.length === 0) return response.redirect(303, to);
      const language = languageFor(request, kit);
      const caller = { actor: { kind: 'account', id: account.id, name: account.name, roles: account.roles, unit: account.unit }, credential: { kind: 'session', session }, mustChangePassword: false } as const;
      response.type('html').send(render({ template: 'self/resume.njk', title: translateTo(language)('self.resume.title'), model: { typed, to } }, { language, caller, url: to }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { detail, status } = kit.wording(error, languageFor(request, kit));
      show(request, response, { status, message: detail, fields });
    }
  });

  router.post('/sign-out', async (request, response) => {
    const caller = await kit.callerOf(request);
    if (caller?.credential.kind === 'session' && one(fieldsOf({ token: (request.body as Fields)['_csrf'] }), 'token') === caller.credential.session.csrf) {
      await endSession(kit.desk, caller, caller.credential.session.id);
      kit.signOut(response);
    }
    response.redirect(303, paths.signIn());
  });
  return router;
}

function typedOf(fields: Fields): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(fields).flatMap(([name, value]) => (name.startsWith(prefix) ? [value].flat().map((each) => ({ name: name.slice(prefix.length), value: each })) : []));
}

/** There is no session yet whose token a form could carry: the browser says where the form came from. */
function assertSameSite(request: Request): void {
  if (isForeign(request)) throw new Refused('csrf');
}
