/** A part started by the supervisor ends with it, however the supervisor ended; one started by hand is not concerned. */
export function exitWhenOrphaned(stop: () => void): void {
  if (process.send === undefined) return;
  process.once('disconnect', stop);
}
