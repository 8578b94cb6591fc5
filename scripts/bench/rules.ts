import { fileURLToPath } from 'node:url';
import { createChecker, shippedCatalogue } from '../../rules/check.ts';
import { factContext } from '../../rules/facts/context.ts';
import { checkTargets } from '../../rules/targets.ts';
import { prepared, runBare } from './rules/bare.ts';
import { allConditions, targetConditions } from './rules/conditions.ts';
import { plainMet } from './rules/plain.ts';
import { benchPlan, benchReports } from './rules/submissions.ts';
import { spread, type Spread } from './spread.ts';

/** Over the runs: milliseconds of the run's middle submission, and submissions a second through the whole run. */
export interface Pace {
  readonly ms: Spread;
  readonly perSecond: Spread;
}

export interface RulesBench {
  readonly method: string;
  readonly runs: number;
  readonly submissions: number;
  readonly targets: number;
  readonly rules: number;
  /** Conditions that a check decides, on average. */
  readonly conditions: number;
  readonly whole: { readonly ours: Pace; readonly bare: Pace; readonly ratio: number };
  readonly targetsOnly: { readonly ours: Pace; readonly bare: Pace; readonly plain: Pace; readonly ratio: number };
  /** Targets met over all submissions: the same by our check, by the bare engine and by the plain loop. */
  readonly met: number;
}

const method = 'Reports of 45 ratio targets, 12 tasks and 8 budget lines, one figure in ten missing, each with the report before it; warm, one after another. '
  + 'Whole: facts, every rule, verdict with reasons, against json-rules-engine given the same conditions and ready facts, item by item, a new Engine for each submission. '
  + 'Targets only: facts, standings and reasons, against the engine on the 45 conditions and a plain loop. Each run times every submission once; runs of the methods take turns.';

interface Run {
  readonly medianMs: number;
  readonly perSecond: number;
}

function pace(runs: readonly Run[]): Pace {
  return { ms: spread(runs.map(({ medianMs }) => medianMs)), perSecond: spread(runs.map(({ perSecond }) => perSecond)) };
}

async function through<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<Run> {
  const times: number[] = [];
  const began = performance.now();
  for (const item of items) {
    const from = performance.now();
    await work(item);
    times.push(performance.now() - from);
  }
  const all = performance.now() - began;
  return { medianMs: spread(times).median, perSecond: (items.length / all) * 1000 };
}

/** Measures and compares; throws when the methods do not agree on what is met. */
export async function benchRules({ runs = 15, submissions = 100, targets = 45, seed = 2022 }: { runs?: number; submissions?: number; targets?: number; seed?: number } = {}): Promise<RulesBench> {
  const catalogue = shippedCatalogue();
  const inputs = benchReports(benchPlan(targets), submissions, seed);
  const bareWhole = await Promise.all(inputs.map(async (input) => prepared(await allConditions(input, catalogue))));
  const bareTargets = inputs.map((input) => prepared(targetConditions(input)));
  const check = createChecker({ catalogue });
  const methods = {
    whole: () => through(inputs, check),
    bareWhole: () => through(bareWhole, runBare),
    targets: () => through(inputs, (input) => checkTargets(factContext(input), catalogue.targetWords)),
    bareTargets: () => through(bareTargets, runBare),
    plain: () => through(inputs, plainMet),
  };
  const times: Record<keyof typeof methods, Run[]> = { whole: [], bareWhole: [], targets: [], bareTargets: [], plain: [] };
  for (let run = -2; run < runs; run += 1) {
    for (const name of Object.keys(methods) as (keyof typeof methods)[]) {
      const measured = await methods[name]();
      if (run >= 0) times[name].push(measured);
    }
  }
  const met = await sameMet();
  const [whole, bare] = [pace(times.whole), pace(times.bareWhole)];
  const [ours, engine] = [pace(times.targets), pace(times.bareTargets)];
  const ratio = (a: Pace, b: Pace): number => Number((a.ms.median / b.ms.median).toFixed(2));
  return {
    method, runs, submissions, targets,
    rules: catalogue.rules.filter(({ stage }) => stage.includes('report')).length,
    conditions: Math.round(bareWhole.reduce((sum, { rules }) => sum + rules.length, 0) / submissions),
    whole: { ours: whole, bare, ratio: ratio(whole, bare) },
    targetsOnly: { ours, bare: engine, plain: pace(times.plain), ratio: ratio(ours, engine) },
    met,
  };

  async function sameMet(): Promise<number> {
    const verdicts = await Promise.all(inputs.map(check));
    const byUs = verdicts.reduce((sum, { standings }) => sum + Object.values(standings).filter((standing) => standing === 'met').length, 0);
    const byEngine = (await Promise.all(bareTargets.map(runBare))).reduce((sum, met) => sum + met, 0);
    const byLoop = inputs.reduce((sum, input) => sum + plainMet(input), 0);
    if (byUs !== byEngine || byUs !== byLoop) throw new Error(`Methods disagree on what is met: ours ${byUs}, engine ${byEngine}, loop ${byLoop}`);
    return byUs;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await benchRules(process.argv[2] === undefined ? {} : { runs: Number(process.argv[2]) });
  console.log(JSON.stringify(result, null, 2));
}
