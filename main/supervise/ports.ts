import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that cannot be had: named, with the variable that changes it. */
export class PortRefused extends Error {
  override readonly name = 'PortRefused';
}

export interface WantedPort {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Variable of the environment that chooses the port. */
  readonly variable: string;
  /** What it is for, as people know it. */
  readonly what: string;
  /** How long to wait for a holder that is about to end, in ms. */
  readonly patience?: number;
}

/**
 * Where a free port is looked for: below the ports that systems give away by themselves (from 32768 on Linux, from 49152 elsewhere). One
 * of those could be given to another program's connection, or to our own first knock on it, before the part that it is for listens.
 */
const freeFrom = 20_000;
const freeTo = 32_768;
const tries = 20;

/** Takes the port for a moment, to see whether it is free, and answers its number. Throws `PortRefused`. */
export async function claimPort(wanted: WantedPort): Promise<number> {
  const until = Date.now() + (wanted.patience ?? 0);
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted.port === 0 ? randomInt(freeFrom, freeTo) : wanted.port;
    try {
      return await tryPort(wanted.host, port);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const isWorthAnother = wanted.port === 0 ? attempt < tries : Date.now() < until;
      if (code !== 'EADDRINUSE' || !isWorthAnother) throw new PortRefused(explain({ ...wanted, port }, code ?? String(error)), { cause: error });
      if (wanted.port !== 0) await sleep(100);
    }
  }
}

function tryPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port, exclusive: true }, () => void probe.close(() => resolve(port)));
  });
}

function explain({ host, port, variable, what }: WantedPort, code: string): string {
  const another = `choose another one: ${variable}=<port>`;
  switch (code) {
    case 'EADDRINUSE': return `Port ${port} (${what}) is in use. Stop what holds it, or ${another} npm start`;
    case 'EACCES': return `Port ${port} (${what}) may not be taken by this user. Ports below 1024 need privileges; ${another} npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND': return `${host} is not an address of this machine: HOST=<address> npm start`;
    default: return `Port ${port} (${what}) on ${host} cannot be taken: ${code}`;
  }
}
