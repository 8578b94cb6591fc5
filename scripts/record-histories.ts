import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/*
 * Saves histories of a running workflow server as `temporal workflow show --output json` prints them, one file per run:
 *   node --import tsx scripts/record-histories.ts --address 127.0.0.1:7233 --query "WorkflowId = 'plan/2022-gl/so-yt'" --out tests/histories/v2
 * Tests replay them against the workflow code of the day, so a fixture is never recorded again to make a test pass:
 * what is new gets a new file, what old runs cannot follow gets a patch in the workflow.
 */
const { values } = parseArgs({
  options: { address: { type: 'string', default: '127.0.0.1:7233' }, namespace: { type: 'string', default: 'default' }, query: { type: 'string', default: '' }, out: { type: 'string' } },
});
const { out } = values;
if (out === undefined) throw new Error('--out names the folder for the histories');

const connection = await Connection.connect({ address: values.address });
const { workflow } = new Client({ connection, namespace: values.namespace });
mkdirSync(out, { recursive: true });
const runs = new Map<string, string[]>();
for await (const { workflowId, runId, startTime } of workflow.list({ query: values.query })) runs.set(workflowId, [...(runs.get(workflowId) ?? []), `${startTime.toISOString()} ${runId}`]);
for (const [workflowId, ofWorkflow] of runs) {
  for (const [index, run] of ofWorkflow.toSorted().entries()) {
    const history = await workflow.getHandle(workflowId, run.split(' ')[1]).fetchHistory();
    const file = join(out, `${workflowId.replaceAll('/', '-')}-${index + 1}.json`);
    writeFileSync(file, `${withoutMachine(historyToJSON(history))}\n`);
    process.stdout.write(`${file}: ${history.events?.length ?? 0} events\n`);
  }
}
await connection.close();

/** Process and host are nobody's business. */
function withoutMachine(json: string): string {
  return json.replaceAll(/"(identity|name)": "\d+@[^"]*"/g, '"$1": "recorded"');
}
