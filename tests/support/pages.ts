import { load, type CheerioAPI } from 'cheerio';
import request from 'supertest';
import { makeAccount } from '../../api/use-cases/accounts.ts';
import type { AppDeps } from '../../api/app.ts';
import type { Role } from '../../domain/roles.ts';
import { ensureAssets } from '../../scripts/build-assets.ts';
import { createPages } from '../../web/app.ts';
import { openTestApi, type TestApi, type Year } from './api.ts';

export type { Year };

const password = 'mat-khau-thu-nghiem';

export interface Shown {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The page, to be asked like a style sheet asks: `$('h1').text()`. */
  readonly $: CheerioAPI;
  /** Where a redirect leads. */
  readonly location: string;
}

export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** One person in a browser without scripts: cookies are kept, forms are sent as the page holds them. */
export interface Visitor {
  readonly id: string;
  readonly login: string;
  get(path: string): Promise<Shown>;
  /** Sends fields as they are, without a token or key of the form. */
  post(path: string, fields: Typed, headers?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Fills in the form of a page that is sent to `action`, by itself or by one of its buttons, and sends it with its hidden fields; follows the redirect. */
  fill(path: string, action: string, fields?: Typed): Promise<Shown>;
  /** Chooses a file in the form of a page that is sent to `action` and sends it as a browser does, fields in their order; follows the redirect. */
  upload(path: string, action: string, file: { readonly name: string; readonly bytes: Buffer } | undefined, fields?: Readonly<Record<string, string>>): Promise<Shown>;
  cookies: Map<string, string>;
  /** The token that forms of the session carry, as of the page last read. */
  csrf(): string;
}

export interface TestPages extends TestApi {
  visitor(role: Role, unit: string, language?: 'vi' | 'en'): Promise<Visitor>;
  /** Somebody who has not signed in. */
  stranger(): Visitor;
}

/** The pages over a record of their own, with the API beside them, as in service. */
export async function openTestPages(deps: Partial<AppDeps> = {}): Promise<TestPages> {
  const assets = await ensureAssets();
  const api = await openTestApi({ pages: (kit) => createPages(kit, assets), ...deps });
  const known = new Map<string, Promise<Visitor>>();
  const stranger = (id = '', login = ''): Visitor => browse(api, id, login);
  return {
    ...api,
    stranger: () => stranger(),
    visitor(role, unit, language = 'vi') {
      const name = `${role} ${unit} ${language}`;
      const visitor = known.get(name) ?? arrive(api, role, unit, language, stranger);
      known.set(name, visitor);
      return visitor;
    },
  };
}

async function arrive({ record, clock }: TestApi, role: Role, unit: string, language: string, stranger: (id: string, login: string) => Visitor): Promise<Visitor> {
  const login = `nguoi-${role}-${unit}-${language}`;
  const { account } = await makeAccount({ login, name: `Người ${role} ${unit}`, unit, roles: [role], password }, clock.now);
  await record.write((tx) => tx.accounts.insert(account));
  const visitor = stranger(account.id, login);
  visitor.cookies.set('chutrinh_language', language);
  const entered = await visitor.post('/sign-in', { login, password });
  await visitor.get('/me');
  if (entered.status !== 303) throw new Error(`sign-in answered ${entered.status}: ${entered.text.slice(0, 500)}`);
  return visitor;
}

function browse({ app }: TestApi, id: string, login: string): Visitor {
  const cookies = new Map<string, string>();
  let token = '';
  const begin = (method: 'get' | 'post', path: string) => request(app.express)[method](path).set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  const send = async (method: 'get' | 'post', path: string, fields?: Typed, headers: Readonly<Record<string, string>> = {}): Promise<Shown> => {
    const asked = begin(method, path).set(headers);
    return shown(await (fields ? asked.type('form').send(new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]))).toString()) : asked));
  };
  const shown = (answer: request.Response): Shown => {
    for (const cookie of answer.get('set-cookie') ?? []) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = answer.text ?? '';
    token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? token;
    return { status: answer.status, headers: answer.headers, text, $: load(text), location: answer.headers['location'] ?? '' };
  };
  const formOf = async (path: string, action: string) => {
    const { $, status, text } = await send('get', path);
    const form = $('form').filter((_, each) => ($(each).attr('action') ?? path) === action || $(each).find(`[formaction="${action}"]`).length > 0).first();
    if (form.length === 0) throw new Error(`${path} (${status}) has no form for ${action}: ${$('h1').text() || text.slice(0, 300)}`);
    return form;
  };
  const visitor: Visitor = {
    id, login, cookies,
    csrf: () => token,
    get: (path) => send('get', path),
    post: (path, fields, headers) => send('post', path, fields, headers),
    async fill(path, action, fields = {}) {
      const present = (await formOf(path, action)).serializeArray().reduce<Record<string, string[]>>((all, { name, value }) => ({ ...all, [name]: [...(all[name] ?? []), value] }), {});
      const answer = await send('post', action, { ...present, ...fields });
      return answer.status === 303 ? send('get', answer.location) : answer;
    },
    async upload(path, action, file, fields = {}) {
      const form = await formOf(path, action);
      const asked = begin('post', action);
      for (const { name, value } of form.serializeArray()) void asked.field(name, fields[name] ?? value);
      const answer = shown(await asked.attach(form.find('input[type=file]').attr('name') ?? '', file?.bytes ?? Buffer.alloc(0), { filename: file?.name ?? '' }));
      return answer.status === 303 ? send('get', answer.location) : answer;
    },
  };
  return visitor;
}
