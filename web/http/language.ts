import { Router, type Request } from 'express';
import type { PagesKit } from '../../api/contracts/pages.ts';
import { languages, type Language } from '../../domain/text.ts';
import { cookieValue } from './cookie-value.ts';
import { localPath } from './local-path.ts';

const name = 'chutrinh_language';

/** The language that was chosen on a page, else Vietnamese unless the browser asks for English first. */
export function languageFor(request: Request, kit: Pick<PagesKit, 'languageOf'>): Language {
  const chosen = cookieValue(request, name);
  return languages.find((each) => each === chosen) ?? kit.languageOf(request);
}

/** `/language/en?to=/work`: keeps the choice for a year and goes back. */
export function languageSwitch({ secure }: Pick<PagesKit, 'secure'>): Router {
  const router = Router();
  router.get('/language/:language', (request, response) => {
    const wanted = languages.find((each) => each === request.params.language) ?? 'vi';
    response.cookie(name, wanted, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 365 * 86_400_000 });
    response.redirect(303, localPath(request.query['to']));
  });
  return router;
}
