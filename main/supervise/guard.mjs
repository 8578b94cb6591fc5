/*
 * Loaded into every part before its own code: a part ends with its supervisor, however that ended. It is asked to stop as the supervisor
 * would have asked it, and does not get longer. Plain JavaScript, for it is loaded into the part's threads as well.
 */
const graceMs = 10_000;

if (process.send) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref();
  });
}
