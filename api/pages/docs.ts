import type { oas31 } from 'zod-openapi';
import type { Language } from '../../domain/text.ts';
import type { Route } from '../http/route.ts';
import { html, type Html } from './html.ts';
import { sampleOf } from './sample.ts';
import { tagTitles, wordsOf, type Words } from './words.ts';

/** The API as a page: every operation with its contract and a form to try it. Works from this server alone, under its strict CSP. */
export function renderDocs(routes: readonly Route[], document: oas31.OpenAPIObject, language: Language): string {
  const words = wordsOf(language);
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  const sections = tags.map((tag) => html`
    <section id="${tag}">
      <h2>${tagTitles[tag]?.[language] ?? tag}</h2>
      ${routes.filter((route) => route.tag === tag).map((route) => operation(route, document, language, words))}
    </section>`);
  return `<!doctype html>${html`
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Chu Trình · API</title>
  <link rel="stylesheet" href="/docs/docs.css">
  <script src="/docs/docs.js" defer></script>
</head>
<body data-signed-in-as="${words.signedInAs}" data-signed-out="${words.signedOut}" data-failed="${words.failed}">
  <header>
    <h1>Chu Trình <small>API v1</small></h1>
    <p>${words.intro} <a href="/api/v1/openapi.json">OpenAPI 3.1</a> · <a href="?lang=${language === 'vi' ? 'en' : 'vi'}">${words.otherLanguage}</a></p>
    <form id="sign-in" autocomplete="on">
      <label>${words.login} <input name="login" required autocomplete="username"></label>
      <label>${words.password} <input name="password" type="password" required autocomplete="current-password"></label>
      <button type="submit">${words.signIn}</button>
      <button type="button" id="sign-out" hidden>${words.signOut}</button>
    </form>
    <p id="who" role="status">${words.signedOut}</p>
    <nav aria-label="${words.contents}">${tags.map((tag) => html`<a href="#${tag}">${tagTitles[tag]?.[language] ?? tag}</a> `)}</nav>
  </header>
  <main>${sections}</main>
</body>
</html>`.markup}`;
}

function operation(route: Route, document: oas31.OpenAPIObject, language: Language, words: Words): Html {
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
  const described = document.paths?.[path]?.[route.method];
  const parameters = (described?.parameters ?? []).filter((each): each is oas31.ParameterObject => 'name' in each && each.name !== 'Idempotency-Key');
  const schema = bodySchema(described);
  const sample = schema && JSON.stringify(sampleOf(schema, document), null, 2);
  return html`
  <details class="operation" id="${route.name}">
    <summary><code class="${route.method}">${route.method.toUpperCase()}</code> <code>${path}</code> <span>${route.summary[language]}</span></summary>
    <p class="action">${words.action}: <code>${route.action}</code>${route.key ? html` · Idempotency-Key` : ''}</p>
    <form class="try" data-method="${route.method.toUpperCase()}" data-path="/api/v1${path}"${route.key ? html` data-key="yes"` : ''}${route.stream ? html` data-stream="yes"` : ''}>
      ${parameters.map((parameter) => field(route.name, parameter))}
      ${sample === undefined ? '' : html`<label>${words.body}<textarea name="body" spellcheck="false" rows="${Math.min(20, sample.split('\n').length + 1)}">${sample}</textarea></label>`}
      <button type="submit">${words.send}</button>
    </form>
    <pre class="answer" role="status" hidden></pre>
    ${schema ? html`<details><summary>${words.schema}</summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>` : ''}
  </details>`;
}

function field(operationId: string, { name, in: place, required, description }: oas31.ParameterObject): Html {
  const id = `${operationId}-${name}`;
  return html`<label for="${id}">${name} <small>${place}${required ? ' *' : ''} ${description ?? ''}</small></label><input id="${id}" name="${name}" data-in="${place}"${required ? html` required` : ''}>`;
}

function bodySchema(described: oas31.OperationObject | undefined): oas31.SchemaObject | oas31.ReferenceObject | undefined {
  const body = described?.requestBody;
  return body && 'content' in body ? body.content['application/json']?.schema : undefined;
}
