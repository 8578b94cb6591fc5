import { ApplicationFailure } from '@temporalio/common';
import { Refused, refusals, type RefusalCode } from '../domain/refusals.ts';

/** Refusals that say: the record has moved on, and the step is no longer wanted. */
const movedOn: readonly RefusalCode[] = ['wrong-stage', 'stale-version', 'cycle-paused', 'cycle-over'];

export const hasMovedOn = (error: unknown): boolean => error instanceof Refused && movedOn.includes(error.code);

/** Errors as Temporal should see them: a refusal that trying again cannot change is final. */
export function asFailure(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const message = `${error.code} ${JSON.stringify(error.figures)}`;
  return ApplicationFailure.create({ message, type: `Refused/${error.code}`, nonRetryable: !refusals[error.code].retry, cause: error });
}

/** An activity whose refusals become typed failures. */
export function activity<Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await work(...args);
    } catch (error) {
      throw asFailure(error);
    }
  };
}
