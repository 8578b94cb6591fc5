/** Progress goes to standard error, so that what a command prints stays its own. */
export function say(message) {
  process.stderr.write(`chutrinh: ${message}\n`);
}

/** A set-up that cannot go on: one message that says what was tried and what to do. */
export class SetupError extends Error {}
