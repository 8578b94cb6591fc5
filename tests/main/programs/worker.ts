/** Stands in for `main/worker.ts`: keeps its contract with the supervisor and nothing else. */
const stop = (): void => {
  console.log('worker stops');
  process.exit(0);
};
setInterval(() => undefined, 1_000);
process.on('SIGTERM', stop);
console.log('worker ready');
process.send?.({ type: 'ready' });
