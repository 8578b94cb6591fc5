import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** History kept by the embedded server: longer than a year's cycle lives. */
const retention = '9600h';
const calmMs = 5_000;

/**
 * Runs the server and ends it when told to (SIGTERM), or when our end of its standard input closes: it cannot outlive us, however we
 * ended. A shell, because one costs 1 MB where a Node process costs 40.
 */
const guard = `
exec 4<&0
"$0" "$@" </dev/null 4<&- &
server=$!
trap 'kill "$server" 2>/dev/null' TERM
( trap - TERM; read -r _ <&4; kill "$server" 2>/dev/null ) &
watch=$!
wait "$server"; code=$?
while kill -0 "$server" 2>/dev/null; do wait "$server"; code=$?; done
kill "$watch" 2>/dev/null
exit "$code"
`;

export interface EmbeddedTemporal {
  /** Path of the program. */
  readonly binary: string;
  readonly port: number;
  /** Of its HTTP API and of its metrics, which nothing of ours asks: left to itself it takes whatever was free a moment ago. */
  readonly httpPort: number;
  readonly metricsPort: number;
  /** Its own SQLite file. */
  readonly file: string;
  readonly namespace: string;
}

/**
 * Command of the embedded server, for loopback only. WAL with full sync: four times the speed of the default pragmas, and nothing
 * acknowledged is lost.
 */
export function temporalCommand({ binary, port, httpPort, metricsPort, file, namespace }: EmbeddedTemporal): { command: string; args: readonly string[] } {
  return {
    command: '/bin/sh',
    args: [
      '-c', guard, binary, 'server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--http-port', String(httpPort),
      '--metrics-port', String(metricsPort), '--namespace', namespace,
      '--db-filename', file, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=2', '--log-level', 'error',
    ],
  };
}

/** Keeps finished workflows as long as a cycle lives; tried until the namespace is there. Throws after some seconds. Waits first: it is not urgent, and a start is. */
export async function keepHistories({ binary, port, namespace }: EmbeddedTemporal, over: AbortSignal): Promise<void> {
  const args = ['operator', 'namespace', 'update', '--retention', retention, '--address', `127.0.0.1:${port}`, '--namespace', namespace];
  await sleep(calmMs, undefined, { signal: over, ref: false }).catch(() => undefined);
  for (let attempt = 0; attempt < 20 && !over.aborted; attempt += 1) {
    const isDone = await promisify(execFile)(binary, args, { timeout: 10_000 }).then(() => true, () => false);
    if (isDone || over.aborted) return;
    await sleep(250);
  }
  if (!over.aborted) throw new Error(`The retention of namespace ${namespace} could not be set: finished workflows are kept for a day only.`);
}
