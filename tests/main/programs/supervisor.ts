/** A system in a process of its own, so that the process can be killed: says the processes of its parts when they serve. */
import { startSystem } from '../../../main/supervise/system.ts';

const programs = { prepare: 'tests/main/programs/prepare.ts', worker: 'tests/main/programs/worker.ts', server: 'tests/main/programs/server.ts' };
const system = await startSystem({ env: process.env, programs });
console.log(JSON.stringify((['temporal', 'worker', 'server'] as const).map((part) => system.pid(part))));
