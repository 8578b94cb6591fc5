import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureWorkflowBundle } from '../../scripts/bundle-workflows.ts';

/*
 * Histories of former versions, one folder each. They are never recorded again to make this test pass: a year that is under
 * way was begun by one of these versions.
 */
const folder = join(import.meta.dirname, '..', 'histories');
const recorded = readdirSync(folder).flatMap((version) => readdirSync(join(folder, version)).map((file) => `${version}/${file}`));

let codePath: string;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  codePath = await ensureWorkflowBundle();
});

describe('the workflows of today', () => {
  it.each(recorded)('can go on with %s', async (file) => {
    const history: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    await Worker.runReplayHistory({ workflowBundle: { codePath }, replayName: file }, history);
  });

  it('are caught when they cannot', async () => {
    const history = readFileSync(join(folder, 'v1/unit-plan-approved.json'), 'utf8').replace('"name": "unitPlan"', '"name": "unitReport"');
    await expect(Worker.runReplayHistory({ workflowBundle: { codePath }, replayName: 'another' }, JSON.parse(history))).rejects.toThrow(/nondeterminism/i);
  });

  it('include every kind of workflow', () => {
    const kinds = new Set(recorded.map((file) => /"workflowType": \{\s*"name": "(\w+)"/.exec(readFileSync(join(folder, file), 'utf8'))?.[1]));
    expect([...kinds].sort()).toEqual(['annualCycle', 'directive', 'quarterRound', 'shard', 'unitPlan', 'unitReport', 'upkeep']);
  });
});
