import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProblem, createClient } from '../../cli/rehearse/api/client.ts';
import { createTurns } from '../../domain/turns.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function clientOn(listener: RequestListener, signal = new AbortController().signal) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  const heard: string[] = [];
  const client = createClient({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 't', takeTurns: createTurns(4), signal, onAnswer: (path) => heard.push(path) });
  return { client, heard };
}

describe('an actor at the API', () => {
  it('sends its token, its key and the version, and reads the answer', async () => {
    const { client, heard } = await clientOn((request, response) => response.setHeader('etag', '"3"').end(JSON.stringify(request.headers)));
    const { body, etag } = await client.submit<Record<string, string>>('/x', '"2"', 'key-1');
    expect(body).toMatchObject({ authorization: 'Bearer t', 'idempotency-key': 'key-1', 'if-match': '"2"' });
    expect(etag).toBe('"3"');
    expect(heard).toEqual(['/x']);
  });

  it('tries again with the same key while the server is away or overloaded', async () => {
    const keys: (string | undefined)[] = [];
    const { client } = await clientOn((request, response) => {
      keys.push(request.headers['idempotency-key'] as string);
      if (keys.length === 1) return void request.socket.destroy();
      response.statusCode = keys.length === 2 ? 503 : 200;
      response.end('{}');
    });
    await client.post('/x', {}, 'key-1');
    expect(keys).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it('passes a refusal on with its code and fields, and does not try again', async () => {
    let asked = 0;
    const { client } = await clientOn((_, response) => {
      asked += 1;
      response.statusCode = 422;
      response.end(JSON.stringify({ code: 'check-blocked', detail: 'no', errors: [{ pointer: '/a', code: 'violated' }] }));
    });
    const problem = await client.post('/x', {}, 'k').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 422, code: 'check-blocked', errors: [{ pointer: '/a', code: 'violated' }] });
    expect(asked).toBe(1);
  });

  it('ends with the signal', async () => {
    const control = new AbortController();
    const { client } = await clientOn(() => undefined, control.signal);
    setTimeout(() => control.abort(new Error('over')), 20);
    await expect(client.get('/x')).rejects.toThrow('over');
  });
});
