import { benchLaunch, type LaunchBench } from './launch.ts';
import { spread, type Spread } from './submit/spread.ts';

export interface LaunchRuns {
  readonly method: string;
  readonly units: number;
  readonly runs: number;
  readonly visibleMs: Spread;
  readonly waitingMs: Spread;
  readonly workerMb: Spread;
  readonly serverMb: Spread;
  readonly rebuildStartedMs: Spread;
  readonly rebuildWaitingMs: Spread;
}

/** Several launches with their rebuilds, each on a system of its own. */
export async function benchLaunches(units: number, runs = units > 1000 ? 2 : 3): Promise<LaunchRuns> {
  const all: LaunchBench[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await benchLaunch(units, { withRebuild: true }));
  const over = (of: (bench: LaunchBench) => number): Spread => spread(all.map(of));
  return {
    method: all[0]?.method ?? '', units, runs,
    visibleMs: over((bench) => bench.visibleMs), waitingMs: over((bench) => bench.waitingMs), workerMb: over((bench) => bench.workerMb), serverMb: over((bench) => bench.serverMb),
    rebuildStartedMs: over((bench) => bench.rebuild?.startedMs ?? 0), rebuildWaitingMs: over((bench) => bench.rebuild?.waitingMs ?? 0),
  };
}
