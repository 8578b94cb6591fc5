import { join } from 'node:path';
import { summaryJson } from '../../documents/year-report/json.ts';
import type { YearReport } from '../../documents/year-report/model.ts';
import type { Cycle } from '../../domain/cycle.ts';
import { exitWhenOrphaned } from '../../main/supervise/orphan.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { printResult } from '../output.ts';
import { dataFolder } from '../record.ts';
import type { RehearseOptions } from './options.ts';
import { rehearseOn } from './rehearse-on.ts';
import { writeReport } from './result/files.ts';
import { summaryLines } from './result/summary.ts';
import { findOrStartServices } from './run/system.ts';

/** `chutrinh rehearse`: the year, its report, and nothing left behind. */
export async function rehearse(asked: RehearseOptions): Promise<void> {
  const options = { ...asked, json: asked.json || asked.events };
  const control = new AbortController();
  const interrupt = (): void => control.abort(new CommandFailed('interrupted; nothing is left running', exitStatus.interrupted));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt);
  exitWhenOrphaned(interrupt);
  const log: string[] = [];
  try {
    const report = await live(options, control.signal, log);
    const out = options.out ?? join(dataFolder(options.data), 'rehearsals', report.cycle);
    printResult(options.json, summaryJson(report), summaryLines(report, writeReport(out, report)));
    if (!report.audit.intact) process.exitCode = exitStatus.answerIsNo;
  } catch (error) {
    if (control.signal.aborted) throw control.signal.reason;
    if (log.length > 0) process.stderr.write(`Last lines of the services:\n${log.slice(-20).map((line) => `  ${line}`).join('\n')}\n`);
    throw error;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeListener(signal, interrupt);
  }
}

async function live(options: RehearseOptions, signal: AbortSignal, log: string[]): Promise<YearReport> {
  const say = (line: string): void => { if (!options.json) process.stdout.write(`${line}\n`); };
  const onLine = (part: string, line: string): void => { log.push(`${part}: ${line}`); };
  say('Looking for a running system, or starting one for this rehearsal …');
  const onLaunched = ({ id: cycle }: Cycle): void => { if (options.events) process.stdout.write(`${JSON.stringify({ event: 'launched', cycle })}\n`); };
  const services = await findOrStartServices({ data: options.data, keep: options.keep, onLine, signal });
  try {
    say(services.isOwn ? `Own system on ${services.data}${options.keep ? ' (kept)' : ''}` : `System at ${services.address}`);
    return await rehearseOn({ services, options, signal, say, onLaunched, progress: options.json ? undefined : process.stdout });
  } finally {
    await services.stop();
  }
}
