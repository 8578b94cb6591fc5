import type { ChildProcess } from 'node:child_process';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 50;

/** Resolves when the child says `{ type: 'ready' }` over its channel. */
export function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready') resolve();
    });
  });
}

/** Resolves when `url` answers with success, or `over` says that nobody waits any more. */
export async function httpIsUp(url: string, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(pauseMs);
  }
}

/** Resolves when somebody takes connections there, or `over` says that nobody waits any more. */
export async function portIsUp(host: string, port: number, over: AbortSignal): Promise<void> {
  while (!over.aborted && !(await connects(host, port))) await sleep(pauseMs);
}

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
