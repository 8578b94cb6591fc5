import boundaries from 'eslint-plugin-boundaries';

/*
 * Which folder may import which: the table of docs/architecture.md, checked by lint. Anything not listed is an error. A folder may always
 * import from itself.
 */

/** Folders of the project. The first that holds a file names it. */
const folders = {
  domain: 'domain', plans: 'plans', rules: 'rules', messages: 'workflows/messages', workflows: 'workflows', activities: 'activities', relay: 'relay', prisma: 'prisma',
  contracts: 'api/contracts', useCases: 'api/use-cases', api: 'api', web: 'web', documents: 'documents', notify: 'notify', cli: 'cli', supervise: 'main/supervise',
  main: 'main', config: 'config', tests: 'tests', scripts: 'scripts', tools: 'tools',
};
const api = ['api', 'contracts', 'useCases'];
const parts = ['domain', 'plans', 'rules', 'messages', 'workflows', 'activities', 'relay', 'prisma', ...api, 'documents', 'notify', 'config', 'scripts'];

/** Ports are interfaces of `domain/ports`, so whoever may import `domain` may import them. `main/supervise` starts a system: a library. */
const mayImport = {
  domain: [],
  plans: ['domain'],
  rules: ['domain', 'plans'],
  messages: ['domain'],
  workflows: ['messages', 'domain'],
  activities: ['domain', 'rules'],
  relay: ['domain', 'messages'],
  prisma: ['domain'],
  documents: ['domain'],
  notify: ['domain'],
  contracts: ['domain', 'plans', 'rules', ...api],
  useCases: ['domain', 'plans', 'rules', ...api],
  api: ['domain', 'plans', 'rules', ...api],
  web: ['domain', 'contracts', 'useCases'],
  config: [],
  cli: [...parts, 'supervise'],
  scripts: [...parts, 'supervise', 'main', 'cli', 'tests'],
  supervise: ['config', 'scripts'],
  main: [...parts, 'supervise', 'web', 'cli'],
  tests: Object.keys(folders),
  tools: [],
};

/** Packages that have one door each: who may import them. Tests and measurements may import anything. */
const doors = {
  'json-rules-engine': { file: 'rules/engine.ts' },
  '@temporalio/workflow': { folders: ['workflows', 'messages'] },
  '@temporalio/client': { folders: ['relay', 'main', 'supervise', 'cli'] },
  '@temporalio/worker': { folders: ['main'] },
  '@temporalio/activity': { folders: ['activities', 'main'] },
  'better-sqlite3': { folders: ['prisma'] },
  '@prisma/client': { folders: ['prisma'] },
  express: { folders: ['api', 'contracts', 'web', 'main'] },
};

const element = (...types) => ({ element: { types: { anyOf: types } } });
const everywhere = ['tests', 'scripts'];

const throughDoors = Object.entries(doors).map(([source, { file, folders: open = [] }]) => ({
  from: file ? [{ element: { types: { noneOf: everywhere } }, file: { path: `!**/${file}` } }] : { element: { types: { noneOf: [...everywhere, ...open] } } },
  disallow: { to: { module: { origin: 'external', source } } },
  message: `${source} has one door: ${file ?? open.map((name) => folders[name]).join(', ')}.`,
}));

/** Plugin, settings and rules that check the table, for the project at `root`. */
export function directions(root) {
  return {
    plugins: { boundaries },
    settings: {
      'boundaries/root-path': root,
      'boundaries/elements': Object.entries(folders).map(([type, pattern]) => ({ type, pattern, partialMatch: false })),
      'boundaries/ignore': ['*.config.ts', '*.config.js', '.ci/**'],
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
      'boundaries/additional-dependency-nodes': [{ selector: 'TSImportType > Literal, TSImportType > TSLiteralType > Literal', kind: 'type', name: 'import-type' }],
      'import/resolver': { node: { extensions: ['.ts', '.mts', '.d.mts', '.js', '.mjs', '.json'] } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', {
        default: 'disallow',
        checkAllOrigins: true,
        policies: [
          { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ...Object.entries(mayImport).map(([from, to]) => ({ from: element(from), allow: { to: element(...to) } })),
          { from: element('workflows'), allow: { to: element('activities'), dependency: { kind: 'type' } } },
          ...throughDoors,
        ],
      }],
    },
  };
}
