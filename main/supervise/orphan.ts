/** A process started by another one of ours ends with it, however that one ended; one started by hand is not concerned. Does not keep the process alive. */
export function exitWhenOrphaned(stop: () => void): void {
  if (process.send === undefined) return;
  if (!process.connected) return stop(); // while this one was still loading
  process.once('disconnect', stop);
  process.channel?.unref();
}
