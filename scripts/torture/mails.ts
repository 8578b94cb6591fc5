import { mailsRound, type MailsRequest, type MailsResult } from './mails/round.ts';

/** Runs it, prints the reckoning, and answers whether everything held. */
export async function tortureMails(request: MailsRequest): Promise<boolean> {
  const result = await mailsRound(request);
  process.stdout.write(`${lines(result).map((line) => `  ${line}`).join('\n')}\n`);
  return result.violations.length === 0;
}

const listed = (counts: Readonly<Record<string, number>>): string => Object.entries(counts).toSorted(([, a], [, b]) => b - a).map(([what, count]) => `${what} ${count}`).join(', ');

function lines({ units, submitted, expected, arrived, mails, duplicates, repeated, states, uncertainArrived, overtaken, late, landings, refusals, seconds, violations }: MailsResult): readonly string[] {
  return [
    `${units} units, 8 rungs, ${submitted} plans submitted meanwhile; ${seconds} s`,
    `${expected} reminders expected, ${arrived} arrived in ${mails} mails, ${duplicates} twice; decisions and guidance sent again under the same Message-ID: ${repeated}`,
    `in the record: ${listed(states)}; of the uncertain ones ${uncertainArrived} did arrive; ${overtaken} overtaken by a submission`,
    `reminders recorded ${late.median} s after their rung (median), ${late.most} s at most`,
    `kills: ${listed(landings)}; ${refusals} recipients refused or put off`,
    ...violations.slice(0, 50).map((each) => `VIOLATED: ${each}`),
    violations.length === 0 ? 'held' : `${violations.length} violations`,
  ];
}
