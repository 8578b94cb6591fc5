import { readFileSync } from 'node:fs';
import { Router } from 'express';
import { languages, type Language } from '../../domain/text.ts';
import { languageOf } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import { openApiOf } from '../openapi.ts';
import { renderDocs } from './docs.ts';

const asset = (name: string): string => readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');

/** The OpenAPI document and its page; made when first asked for. */
export function docsRouter(routes: readonly Route[], version: string): Router {
  const router = Router();
  let document: ReturnType<typeof openApiOf> | undefined;
  const pages = new Map<Language, string>();
  const read = (): ReturnType<typeof openApiOf> => (document ??= openApiOf(routes, version));

  router.get('/api/v1/openapi.json', (_request, response) => void response.json(read()));
  router.get(['/docs', '/api/v1', '/api/v1/'], (request, response) => {
    const language = languages.find((each) => each === request.query['lang']) ?? languageOf(request.get('accept-language'));
    const page = pages.get(language) ?? renderDocs(routes, read(), language);
    pages.set(language, page);
    response.vary('Accept-Language').type('html').send(page);
  });
  router.get('/docs/docs.js', (_request, response) => void response.type('text/javascript').send(asset('docs.js')));
  router.get('/docs/docs.css', (_request, response) => void response.type('text/css').send(asset('docs.css')));
  return router;
}
