#!/usr/bin/env node
import { run } from './main.ts';

// whoever reads may stop early, as `| head` does: that is no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.exitCode = await run(process.argv.slice(2));
