import { createServer, type IncomingHttpHeaders } from 'node:http';
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
  close(): Promise<void>;
}

/** Zalo Notification Service on loopback, as far as template messages go. */
export async function openFakeZalo(answer: FakeZalo['answer'] = () => ({ error: 0 })): Promise<FakeZalo> {
  const messages: ZaloMessage[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const message: ZaloMessage = { headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as ZaloMessage['body'] };
      messages.push(message);
      const said = fake.answer(message);
      if (said === 'hang') return;
      if (said === 'hang up') return void request.socket.destroy();
      if ('status' in said) return void response.writeHead(said.status, { 'content-type': 'text/html' }).end('<html>');
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ error: said.error, message: said.error === 0 ? 'Success' : 'no', ...(said.error === 0 ? { data: { msg_id: 'x', sent_time: '1' } } : {}) }));
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const fake: FakeZalo = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/message/template`, messages, answer,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
  return fake;
}
