import { afterReport, checkOf, ofRule, reportOf, type Case } from './situation.ts';

const spending = (...spent: readonly (number | null)[]): ReturnType<typeof reportOf> => reportOf().having({ spending: spent.map((each) => ({ line: 'kp-01', spent: each })) });
const spent = (amount: number): Case[1] => checkOf(spending(amount).build());
const then = (before: number, now: number): Case[1] => afterReport(reportOf('Q1').having({ spending: [{ line: 'kp-01', spent: before }] }).build(), spending(now).build());

export const reportSpendingSituations = [
  ...ofRule('spent-unknown-line', {
    found: [['a line that the approved plan lacks', checkOf(reportOf().having({ spending: [{ line: 'kp-99', spent: 100_000 }] }).build()), { at: '/spending/0/line' }]],
    fine: [['a line of the approved plan', spent(100_000)]],
  }),
  ...ofRule('spent-repeated', { found: [['a line entered twice', checkOf(spending(100_000, 100_000).build()), { at: '/spending/1/line' }]], fine: [['once', spent(100_000)]] }),
  ...ofRule('spent-negative', { found: [['-1 đồng', spent(-1), { at: '/spending/0/spent' }]], fine: [['0 đồng', spent(0)], ['not stated', checkOf(spending(null).build())]] }),
  ...ofRule('spent-above-budget', { found: [['one đồng above 120 million', spent(120_000_001), { at: '/spending/0/spent' }]], fine: [['120 million', spent(120_000_000)]] }),
  ...ofRule('spent-falls', { found: [['one đồng less than the quarter before', then(50_000_000, 49_999_999), { at: '/spending/0/spent' }]], fine: [['the same', then(50_000_000, 50_000_000)]] }),
  ...ofRule('spent-unit-doubtful', {
    found: [['30 đồng, most likely millions', spent(30), { at: '/spending/0/spent' }], ['99.999 đồng', spent(99_999)]],
    fine: [['100.000 đồng', spent(100_000)], ['nothing spent yet', spent(0)]],
  }),
];
