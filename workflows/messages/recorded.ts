/** The one signal: something was recorded about this workflow's subject. */
export const recordedSignal = 'recorded';

/**
 * Delivered at least once, in the order of the record. Versions only grow, so a message that was heard before is known
 * by its version; 0 belongs to a message about more than the subject itself, which is always worth a look.
 */
export interface Recorded {
  /** Id of the outbox message. */
  readonly message: number;
  /** The act, so that histories can be read. */
  readonly act: string;
  readonly version: number;
}
