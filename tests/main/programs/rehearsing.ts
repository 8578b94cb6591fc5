// Stands in for a server: begins a rehearsal that does not end, says which process it is once it has launched its cycle, and goes on until it is killed.
import { readFileSync } from 'node:fs';
import { createRehearsals } from '../../../main/server/rehearsals.ts';

const rehearsals = createRehearsals({ data: '/nowhere', program: 'tests/main/programs/rehearse.ts', isWhole: () => true });
const id = rehearsals.start({ plan: 'gia-lai-2022', seed: 7 }) ?? '';
const looking = setInterval(() => {
  if (rehearsals.state(id)?.status !== 'running') return;
  clearInterval(looking);
  process.stdout.write(`${readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim()}\n`);
  setInterval(() => undefined, 1_000);
}, 20);
