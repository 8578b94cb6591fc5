import { Agent } from 'node:http';
import { pathToFileURL } from 'node:url';
import { submit } from './submit/send.ts';
import { spread, type Spread } from './submit/spread.ts';
import { startServer } from './submit/server.ts';
import { aYearOf } from './submit/year.ts';

export interface SubmitBench {
  readonly method: string;
  readonly submissionBytes: number;
  readonly targets: number;
  readonly oneClient: Spread & ServerTime;
  readonly manyClients: Spread & ServerTime & { readonly clients: number; readonly perSecond: number };
  readonly serverResidentMb: number;
}

interface ServerTime {
  /** Processor time of the server per submission: what stays when the machine is busy with other things. */
  readonly serverCpuMs: number;
}

const clients = 20;
const many = 260;
const warmUp = 60;

const method = `POST …/submissions over HTTP on loopback to the server in a process of its own, on a fresh record (SQLite, WAL, synchronous FULL): authentication, contract, rules, one transaction
with duty, submission, audit row, outbox message and idempotency key, fsync, receipt. ${warmUp} warm-up submissions first; then one client in sequence; then ${many} submissions from ${clients} clients, each with a
connection of its own. Client and server share the machine's cores.`;

/** Submits plans as units would, each its own, and measures from request to receipt. */
export async function benchSubmit({ single = 200 }: { single?: number } = {}): Promise<SubmitBench> {
  const year = await aYearOf(warmUp + single + many);
  const server = await startServer(year.data);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const send = (index: number): Promise<number> => submit(agent, server.port, year.submissions[index] ?? fail());
  try {
    for (let index = 0; index < warmUp; index += 1) await send(index);
    const one: number[] = [];
    const cpu = [server.cpuMs()];
    for (let index = 0; index < single; index += 1) one.push(await send(warmUp + index));

    cpu.push(server.cpuMs());
    let next = warmUp + single;
    const took: number[] = [];
    const began = performance.now();
    await Promise.all(Array.from({ length: clients }, async () => {
      while (next < year.submissions.length) took.push(await send((next += 1) - 1));
    }));
    cpu.push(server.cpuMs());
    const perSubmission = (index: number, runs: number): number => Math.round(((cpu[index + 1] ?? 0) - (cpu[index] ?? 0)) / runs * 100) / 100;
    const seconds = (performance.now() - began) / 1000;
    return {
      method, submissionBytes: year.submissions[0]?.body.length ?? 0, targets: year.targets,
      oneClient: { ...spread(one), serverCpuMs: perSubmission(0, one.length) },
      manyClients: { clients, perSecond: Math.round(took.length / seconds), ...spread(took), serverCpuMs: perSubmission(1, took.length) }, serverResidentMb: await server.residentMb(),
    };
  } finally {
    agent.destroy();
    await server.stop();
    year.remove();
  }
}

function fail(): never {
  throw new RangeError('No such submission');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${JSON.stringify(await benchSubmit(), null, 2)}\n`);
}
