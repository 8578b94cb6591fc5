import { randomUUID } from 'node:crypto';
import { request, type Agent } from 'node:http';
import type { BenchYear } from './year.ts';

/** Milliseconds from the request to the whole receipt. */
export function submit(agent: Agent, port: number, { path, token, body }: BenchYear['submissions'][number]): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': randomUUID() };
    const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => (answer.statusCode === 201 ? resolve(performance.now() - began) : reject(new Error(`${path}: ${answer.statusCode} ${Buffer.concat(chunks).toString().slice(0, 500)}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
