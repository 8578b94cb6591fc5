import { methods, type MethodName } from './methods.ts';
import { scaleReports } from './submissions.ts';

/** What one process measured of one method. */
export interface Measured {
  /** Submissions a second, by the clock on the wall. */
  readonly perSecond: number;
  /** Submissions a second of processor time: what it is when nothing else runs. */
  readonly perProcessorSecond: number;
  readonly met: number;
  readonly memoryMb: number;
}

/** Asks every submission at least once, and again until this long has passed: a quick method needs more than one round to be seen. */
const leastMs = 1_000;

async function measured(name: MethodName, count: number): Promise<Measured | null> {
  const method = await methods[name]();
  if (!method) return null;
  const inputs = scaleReports(count);
  for (const input of inputs.slice(0, count / 10)) await method(input);
  const [began, before] = [performance.now(), process.cpuUsage()];
  let [met, rounds] = [0, 0];
  do {
    met = 0;
    for (const input of inputs) {
      const found = method(input);
      met += typeof found === 'number' ? found : await found;
    }
    rounds += 1;
  } while (performance.now() - began < leastMs);
  const { user, system } = process.cpuUsage(before);
  return {
    perSecond: (rounds * count * 1e3) / (performance.now() - began),
    perProcessorSecond: (rounds * count * 1e6) / (user + system),
    met,
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

const [name, count] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measured(name as MethodName, Number(count))));
