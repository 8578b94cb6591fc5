/** Exit statuses of `chutrinh`; also printed by `chutrinh --help`. */
export const exitStatus = {
  done: 0,
  /** The work was done and the answer is no: a broken audit chain, a blocked check. */
  answerIsNo: 1,
  /** Wrong command, option or argument. */
  usage: 2,
  /** A file or the environment cannot be used. */
  badInput: 3,
  /** Something that it takes is away: a service, the storage, a free port. */
  unavailable: 4,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

export const exitHelp = `
Exit status: ${exitStatus.done} done · ${exitStatus.answerIsNo} the answer is no (chain broken, check blocked) · ${exitStatus.usage} wrong usage · ${exitStatus.badInput} bad file or environment · ${exitStatus.unavailable} a service or the storage is away · ${exitStatus.interrupted} interrupted`;

/** Ends a command with one clear line on the error stream. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly status: ExitStatus;

  constructor(message: string, status: ExitStatus = exitStatus.unavailable) {
    super(message);
    this.status = status;
  }
}
