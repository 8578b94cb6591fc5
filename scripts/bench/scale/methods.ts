import type { CheckInput } from '../../../domain/check.ts';
import type { ReportContent } from '../../../domain/submission.ts';
import { createBulkChecker } from '../../../rules/bulk/check.ts';
import { standingCode } from '../../../rules/bulk/codes.ts';
import { createBulkTargets } from '../../../rules/bulk/targets.ts';
import { createChecker, shippedCatalogue } from '../../../rules/check.ts';
import { factContext } from '../../../rules/facts/context.ts';
import { checkTargets } from '../../../rules/targets.ts';
import { plainMet } from '../rules/plain.ts';
import { bareEngine } from './bare.ts';
import { plan } from './submissions.ts';
import { zenDecision } from './zen.ts';

/** How many targets one submission meets. */
type Met = (input: CheckInput) => number | Promise<number>;

function metIn(standings: Uint8Array): number {
  let met = 0;
  for (const standing of standings) if (standing === standingCode.met) met += 1;
  return met;
}

/** Every way to the same number. `undefined`: it cannot run here. */
export const methods = {
  bare: () => {
    const run = bareEngine(plan);
    return ({ content }) => run(content as ReportContent);
  },
  interactive: () => {
    const { targetWords } = shippedCatalogue();
    return async (input) => (await checkTargets(factContext(input), targetWords)).filter(({ standing }) => standing === 'met').length;
  },
  bulk: () => {
    const run = createBulkTargets();
    return (input) => metIn(run(input, []).standings);
  },
  zen: async () => {
    const run = await zenDecision(plan);
    return run && (({ content }) => run(content as ReportContent));
  },
  plain: () => plainMet,
  /** The whole check, with every rule of the catalogue and its reasons. */
  interactiveWhole: () => {
    const check = createChecker();
    return async (input) => Object.values((await check(input)).standings).filter((standing) => standing === 'met').length;
  },
  /** Every rule of the catalogue, without words. */
  bulkWhole: () => {
    const check = createBulkChecker(shippedCatalogue());
    return (input) => metIn(check(input).standings);
  },
} as const satisfies Readonly<Record<string, () => Met | undefined | Promise<Met | undefined>>>;

export type MethodName = keyof typeof methods;
