import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { directions } from '../../tools/eslint/directions.js';

const root = join(import.meta.dirname, '..', '..');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, ...directions(root) }],
});

/** What lint says of one line in a file that need not exist. */
async function faultsOf(line: string, file: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: join(root, file) });
  return result?.messages.map(({ message }) => message) ?? ['not linted'];
}

/** Some file of a folder, and not of one below that has a name of its own. */
function fileOf(folder: string): string | undefined {
  if (!existsSync(join(root, folder))) return undefined;
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  return names.map((name) => `${folder}/${name}`).find((file) => folderOf(file) === folder);
}

const folders = [
  'domain', 'plans', 'rules', 'workflows/messages', 'workflows', 'activities', 'relay', 'prisma', 'api/contracts', 'api/use-cases', 'api', 'web', 'documents', 'notify', 'cli',
  'main/supervise', 'main', 'config', 'scripts', 'tests',
] as const;

const folderOf = (file: string): string | undefined => folders.find((folder) => file.startsWith(`${folder}/`));

/** The table of the architecture, told once more: a change of it is made in two places, on purpose. */
const api = ['domain', 'plans', 'rules', 'api', 'api/contracts', 'api/use-cases'];
const all = ['domain', 'plans', 'rules', 'workflows/messages', 'workflows', 'activities', 'relay', 'prisma', 'api/contracts', 'api/use-cases', 'api', 'documents', 'notify', 'config', 'scripts'];
const mayImport: Readonly<Record<(typeof folders)[number], readonly string[]>> = {
  domain: [],
  plans: ['domain'],
  rules: ['domain', 'plans'],
  'workflows/messages': ['domain'],
  workflows: ['workflows/messages', 'domain'],
  activities: ['domain', 'rules'],
  relay: ['domain', 'workflows/messages'],
  prisma: ['domain'],
  'api/contracts': api,
  'api/use-cases': api,
  api,
  web: ['domain', 'api/contracts', 'api/use-cases'],
  documents: ['domain'],
  notify: ['domain'],
  cli: [...all, 'main/supervise'],
  'main/supervise': ['config', 'scripts'],
  main: [...all, 'main/supervise', 'web', 'cli'],
  config: [],
  scripts: [...all, 'main/supervise', 'main', 'cli', 'tests'],
  tests: folders,
};

describe.each(folders)('%s', (from) => {
  const file = `${from}/a/not-there.ts`;
  const pathTo = (target: string): string => relative(join(root, from, 'a'), join(root, target));

  it.each(folders.filter((folder) => folder === from || mayImport[from].includes(folder)))('may import %s', async (to) => {
    const target = fileOf(to);
    if (target) expect(await faultsOf(`import { x } from '${pathTo(target)}';`, file)).toEqual([]);
  });

  it.each(folders.filter((folder) => folder !== from && !mayImport[from].includes(folder)))('may not import %s', async (to) => {
    const target = fileOf(to);
    if (target) expect(await faultsOf(`import { x } from '${pathTo(target)}';`, file)).toHaveLength(1);
  });
});

describe('the door from workflows to activities', () => {
  const target = fileOf('activities') ?? '';

  it('is import type', async () => {
    expect(await faultsOf(`import type { X } from '../${target}';`, 'workflows/x.ts')).toEqual([]);
  });

  it.each([`import { x } from '../${target}';`, `import { type X } from '../${target}';`, `await import('../${target}');`, `export * from '../${target}';`])('is not %s', async (line) => {
    expect(await faultsOf(line, 'workflows/x.ts')).toHaveLength(1);
  });

  it('is closed for messages, even for types', async () => {
    expect(await faultsOf(`import type { X } from '../../${target}';`, 'workflows/messages/x.ts')).toHaveLength(1);
  });
});

describe('a forbidden folder', () => {
  it.each(['import type { X } from', 'export type { X } from', 'import { type X } from'])('cannot be reached by %s either', async (line) => {
    expect(await faultsOf(`${line} '../plans/load.ts';`, 'domain/x.ts')).toHaveLength(1);
  });

  it('cannot be reached by a type query either', async () => {
    expect(await faultsOf(`export type X = import('../plans/load.ts').X;`, 'domain/x.ts')).toHaveLength(1);
  });
});

describe('packages with one door', () => {
  it.each([
    ['json-rules-engine', 'rules/engine.ts', 'rules/verdict.ts'],
    ['@temporalio/workflow', 'workflows/plan.ts', 'activities/plan.ts'],
    ['@temporalio/workflow', 'workflows/messages/plan.ts', 'domain/plan.ts'],
    ['@temporalio/client', 'relay/deliver.ts', 'api/app.ts'],
    ['@temporalio/client', 'cli/commands/workflows.ts', 'activities/plan.ts'],
    ['@temporalio/worker', 'main/worker.ts', 'workflows/index.ts'],
    ['@temporalio/activity', 'activities/plan.ts', 'workflows/plan.ts'],
    ['better-sqlite3', 'prisma/connection.ts', 'api/app.ts'],
    ['express', 'api/app.ts', 'domain/plan.ts'],
  ])('%s may be imported in %s and not in %s', async (source, open, closed) => {
    expect(await faultsOf(`import * as x from '${source}';`, open)).toEqual([]);
    expect(await faultsOf(`import * as x from '${source}';`, closed)).toHaveLength(1);
    expect(await faultsOf(`import * as x from '${source}';`, 'tests/x.test.ts')).toEqual([]);
  });
});

it('a file outside every folder is an error', async () => {
  expect(await faultsOf('export {};', 'helpers/x.ts')).toHaveLength(1);
});
