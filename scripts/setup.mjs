/*
 * Set-up, run before every command: dependencies, database client, workflow bundle, style sheet, server bundle, Temporal. Plain JavaScript over Node's own modules,
 * because it runs before anything is installed. Each step leaves a stamp and is not repeated; with nothing to do this takes a blink.
 */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`chutrinh: Node ${process.versions.node} is too old: 20.19 or later is needed.\n`);
  process.exit(1);
}

const { SetupError, say } = await import('./setup/say.mjs');
try {
  const { buildAssets, bundleServer, bundleWorkflows, generateClient, installDependencies } = await import('./setup/dependencies.mjs');
  await installDependencies();
  await generateClient();
  await bundleWorkflows();
  await buildAssets();
  await bundleServer();
  if (!process.argv.includes('--without-temporal')) {
    const { provideTemporal } = await import('./setup/temporal.mjs');
    await provideTemporal();
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exit(1);
}
