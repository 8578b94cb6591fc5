import { setTimeout as sleep } from 'node:timers/promises';
import type { FieldError } from '../../../domain/refusals.ts';

/** A refusal as the API tells it (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];

  constructor(method: string, path: string, status: number, body: { code?: string; detail?: string; errors?: readonly FieldError[] }) {
    super(`${method} ${path}: ${status} ${body.code ?? ''} ${body.detail ?? ''}`.trimEnd());
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.errors = body.errors ?? [];
  }
}

export interface ApiAnswer<Body> {
  readonly body: Body;
  readonly etag: string | null;
}

export interface ApiClient {
  get<Body>(path: string): Promise<ApiAnswer<Body>>;
  put<Body>(path: string, body: unknown, ifMatch: string): Promise<ApiAnswer<Body>>;
  /** `key` makes a repetition after a lost answer harmless. */
  post<Body>(path: string, body: unknown, key: string): Promise<ApiAnswer<Body>>;
  /** Submits the draft of the version that `ifMatch` names. */
  submit<Body>(path: string, ifMatch: string, key: string): Promise<ApiAnswer<Body>>;
}

export interface ClientOptions {
  readonly address: string;
  readonly token: string;
  readonly takeTurns: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Ends every request and every wait between two tries. */
  readonly signal: AbortSignal;
  /** Hears every act that was acknowledged. */
  readonly onAnswer?: (path: string, body: unknown) => void;
}

/** Waits between tries while the server is away or says "later", in ms. */
const waits = [100, 250, 500, 1000, 2000, 4000, 8000, 15_000] as const;

/** One person's way to the API: a personal token, and patience when the server is being restarted. */
export function createClient({ address, token, takeTurns, signal, onAnswer }: ClientOptions): ApiClient {
  async function once<Body>(method: string, path: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<ApiAnswer<Body>> {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ApiProblem(method, path, answer.status, parse(text));
    const read = { body: parse(text) as Body, etag: answer.headers.get('etag') };
    if (method === 'POST') onAnswer?.(path, read.body);
    return read;
  }

  async function send<Body>(method: string, path: string, headers: Readonly<Record<string, string>>, body?: unknown): Promise<ApiAnswer<Body>> {
    for (const wait of waits) {
      try {
        return await takeTurns(() => once<Body>(method, path, headers, body));
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ApiProblem && ![429, 503].includes(error.status)) throw error;
      }
      await sleep(wait, undefined, { signal });
    }
    return takeTurns(() => once<Body>(method, path, headers, body));
  }

  return {
    get: (path) => send('GET', path, {}),
    put: (path, body, ifMatch) => send('PUT', path, { 'if-match': ifMatch }, body),
    post: (path, body, key) => send('POST', path, { 'idempotency-key': key }, body),
    submit: (path, ifMatch, key) => send('POST', path, { 'idempotency-key': key, 'if-match': ifMatch }, {}),
  };
}

function parse(text: string): Record<string, never> {
  try {
    return JSON.parse(text) as Record<string, never>;
  } catch {
    return {};
  }
}
