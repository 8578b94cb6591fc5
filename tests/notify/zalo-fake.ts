import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ZaloMessage {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly phone: string; readonly template_id: string; readonly template_data: Readonly<Record<string, string>>; readonly tracking_id: string };
}

/** What it answers: an error code of the service (0: taken), an HTTP status of what stands before it, or nothing at all after it has read everything. */
export type ZaloAnswer = { readonly error: number } | { readonly status: number } | 'hang' | 'hang up';

export interface FakeZalo {
  readonly url: string;
  /** Everything that was posted, in order. */
  readonly messages: readonly ZaloMessage[];
  answer: (message: ZaloMessage) => ZaloAnswer;
  /** Where tokens are renewed for application 77 with the secret `bi-mat`: each refresh token serves once, `refresh-0` first. */
  readonly oauthUrl: string;
  /** Access tokens that it has given, in order. */
  readonly given: readonly string[];
  close(): Promise<void>;
}

/** Zalo Notification Service on loopback, as far as template messages and the renewal of tokens go. */
export async function openFakeZalo(answer: FakeZalo['answer'] = () => ({ error: 0 })): Promise<FakeZalo> {
  const messages: ZaloMessage[] = [];
  const given: string[] = [];
  const renew = (headers: IncomingHttpHeaders, form: URLSearchParams): object => {
    if (headers['secret_key'] !== 'bi-mat' || form.get('app_id') !== '77' || form.get('grant_type') !== 'refresh_token') return { error: -14002, error_name: 'Invalid app' };
    if (form.get('refresh_token') !== `refresh-${given.length}`) return { error: -14014, error_name: 'Invalid refresh token' };
    given.push(`access-${given.length + 1}`);
    return { access_token: given.at(-1), refresh_token: `refresh-${given.length}`, expires_in: '90000' };
  };
  const take = (headers: IncomingHttpHeaders, text: string, response: ServerResponse): void => {
    const message: ZaloMessage = { headers, body: JSON.parse(text) as ZaloMessage['body'] };
    messages.push(message);
    const said = fake.answer(message);
    if (said === 'hang') return;
    if (said === 'hang up') return void response.socket?.destroy();
    if ('status' in said) return void response.writeHead(said.status, { 'content-type': 'text/html' }).end('<html>');
    json(response, { error: said.error, message: said.error === 0 ? 'Success' : 'no', ...(said.error === 0 ? { data: { msg_id: 'x', sent_time: '1' } } : {}) });
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      if (request.url === '/v4/oa/access_token') json(response, renew(request.headers, new URLSearchParams(text)));
      else take(request.headers, text, response);
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeZalo = {
    url: `${base}/message/template`, oauthUrl: `${base}/v4/oa/access_token`, messages, given, answer,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
  return fake;
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
