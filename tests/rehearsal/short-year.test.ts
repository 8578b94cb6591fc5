import { expect, it } from 'vitest';
import { reportHtml } from '../../documents/year-report/html.ts';
import { tortureRound } from '../../scripts/torture/round.ts';

/** `npm run torture` does the same for longer, and one fault at a time. */
it('a year over HTTP, with kills, the workflow server away over the deadline and its store lost, loses nothing and counts as its cast played', { timeout: 600_000 }, async () => {
  const { report, receipts, violations, differences } = await tortureRound({ torture: 'all', units: 6, seed: 11, signal: new AbortController().signal, say: () => undefined });
  expect(violations).toEqual([]);
  expect(differences).toEqual([]);
  expect(receipts).toBeGreaterThan(10);
  expect(report.refusedSubmissions).toBeGreaterThan(0);
  expect(report.audit.intact).toBe(true);
  expect(reportHtml(report)).toContain('DIỄN TẬP');
});
