import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { methods, type MethodName } from './scale/methods.ts';
import type { Measured } from './scale/process.ts';
import { spread, type Spread } from './spread.ts';

export interface ScaleBench {
  readonly method: string;
  readonly runs: number;
  readonly submissions: number;
  /** Targets met over all submissions: the same by every method. */
  readonly met: number;
  readonly perSecond: Partial<Record<MethodName, Spread>>;
  /** Not disturbed by what else runs; a garbage collector's own thread counts as well. */
  readonly perProcessorSecond: Partial<Record<MethodName, Spread>>;
  readonly mostMemoryMb: Partial<Record<MethodName, number>>;
  /** Against the bare engine, by processor time. */
  readonly timesBare: Partial<Record<MethodName, number>>;
  readonly cannotRun: readonly string[];
}

const method = '11,000 reports of 45 ratio targets, one figure in ten missing; the number met is asserted to be the same by all. Bare: json-rules-engine, a new Engine for each submission, dotted paths. '
  + 'Interactive: our facts, standings and reasons in two languages over the engine. Bulk: the same rules compiled. Zen: one decision of 45 expressions. Plain: a loop. Whole: with every rule of the catalogue. '
  + 'Each run of each method is a process of its own on one core, warmed by a tenth; methods take turns. Heap capped at 256 MB.';

/** On the first core where the machine lets us choose. */
function onOneCore(command: string, args: readonly string[]): readonly [string, readonly string[]] {
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
    return ['taskset', ['-c', '0', command, ...args]];
  } catch {
    return [command, args];
  }
}

function measure(name: MethodName, submissions: number): Measured | null {
  const [command, args] = onOneCore(process.execPath, ['--max-old-space-size=256', '--import', 'tsx', join(import.meta.dirname, 'scale', 'process.ts'), name, String(submissions)]);
  return JSON.parse(execFileSync(command, [...args], { encoding: 'utf8' })) as Measured | null;
}

/** Throws when the methods do not agree on what is met. */
export async function benchScale({ runs = 5, submissions = 11_000 }: { runs?: number; submissions?: number } = {}): Promise<ScaleBench> {
  const names = Object.keys(methods) as MethodName[];
  const found = new Map<MethodName, Measured[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) for (const name of names) {
    const measured = measure(name, submissions);
    if (measured) found.get(name)?.push(measured);
  }
  const ran = names.filter((name) => (found.get(name) ?? []).length > 0);
  const all = ran.flatMap((name) => found.get(name) ?? []);
  const met = all[0]?.met ?? 0;
  if (all.some((each) => each.met !== met)) throw new Error(`Methods disagree on what is met: ${ran.map((name) => `${name} ${found.get(name)?.[0]?.met}`).join(', ')}`);
  const of = <Value>(value: (measured: readonly Measured[]) => Value): Partial<Record<MethodName, Value>> => Object.fromEntries(ran.map((name) => [name, value(found.get(name) ?? [])]));
  const perProcessorSecond = of((each) => spread(each.map((one) => one.perProcessorSecond)));
  const bare = perProcessorSecond.bare?.median ?? Number.NaN;
  return {
    method, runs, submissions, met,
    perSecond: of((each) => spread(each.map((one) => one.perSecond))),
    perProcessorSecond,
    mostMemoryMb: of((each) => Math.max(...each.map(({ memoryMb }) => memoryMb))),
    timesBare: Object.fromEntries(ran.map((name) => [name, Number(((perProcessorSecond[name]?.median ?? Number.NaN) / bare).toFixed(2))])),
    cannotRun: names.filter((name) => !ran.includes(name)),
  };
}
