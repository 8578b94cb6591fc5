import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assetsPath } from './assets-path.mjs';
import { bundlePath } from './bundle-path.mjs';
import { isInstalled } from './installed.mjs';
import { run } from './run.mjs';
import { say, SetupError } from './say.mjs';
import { serverPath } from './server-path.mjs';
import { alone, once, root } from './stamp.mjs';

/** Made by an installation script: shows that these ran. */
const native = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';

/** Installs exactly what the lockfile says, once per lockfile. A tree that npm already brought to it is left alone. */
export async function installDependencies() {
  await once('dependencies', ['package-lock.json'], native, async () => {
    if (isInstalled() && existsSync(join(root, native))) return;
    say('installing dependencies from the lockfile (a native module is built: about two minutes) …');
    const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { what: 'npm ci' });
    if (code !== 0) throw new SetupError(`npm ci failed (exit ${code}). Check the connection to the package registry and that a C++ compiler, make and python3 are there, then try again.\n${output.slice(-3000)}`);
    if (!existsSync(join(root, native))) throw new SetupError(`npm ci left out ${native}: installation scripts seem to be switched off (npm config get ignore-scripts). Allow them, then try again.`);
  });
}

/** Generates the database client. The engine download that Prisma wants is not needed for this. */
export async function generateClient() {
  if (!existsSync(join(root, 'prisma/schema.prisma'))) return;
  await once('client', ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'], 'prisma/generated/client.ts', async () => {
    say('generating the database client …');
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
    const { code, output } = await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], { env, what: 'prisma generate' });
    if (code !== 0) throw new SetupError(`The database client could not be generated (exit ${code}).\n${output}`);
  });
}

/** Bundles the workflows, so that a worker is ready at once. */
export async function bundleWorkflows() {
  if (!existsSync(join(root, 'workflows/index.ts'))) return;
  if (existsSync(bundlePath())) return;
  await alone(async () => {
    const { code, output } = await run(process.execPath, ['--import', 'tsx', 'scripts/bundle-workflows.ts'], { what: 'bundling the workflows' });
    if (code !== 0) throw new SetupError(`The workflows could not be bundled (exit ${code}).\n${output}`);
  });
}

/** Builds style sheet and scripts of the pages. */
export async function buildAssets() {
  if (existsSync(assetsPath())) return;
  await alone(async () => {
    if (existsSync(assetsPath())) return;
    const { code, output } = await run(process.execPath, ['--import', 'tsx', 'scripts/build-assets.ts'], { what: 'building the style sheet' });
    if (code !== 0) throw new SetupError(`Style sheet and scripts of the pages could not be built (exit ${code}).\n${output}`);
  });
}

/** Bundles the server, so that it starts without a compiler. */
export async function bundleServer() {
  if (existsSync(serverPath())) return;
  await alone(async () => {
    const { code, output } = await run(process.execPath, ['--import', 'tsx', 'scripts/bundle-server.ts'], { what: 'bundling the server' });
    if (code !== 0) throw new SetupError(`The server could not be bundled (exit ${code}).\n${output}`);
  });
}
