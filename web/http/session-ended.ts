import type { Fields } from './form.ts';

/** Thrown where a page needs somebody signed in. What was typed travels along, so that signing in again loses nothing. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
  readonly typed: Fields | undefined;

  constructor(typed?: Fields) {
    super('session ended');
    this.typed = typed;
  }
}

/** Thrown for a form of ours that carries the token of an earlier session (signed in again in another tab). It is shown to its sender, to be sent once more. */
export class FormOfEarlierSession extends Error {
  override readonly name = 'FormOfEarlierSession';
  readonly typed: Fields;

  constructor(typed: Fields) {
    super('form of an earlier session');
    this.typed = typed;
  }
}
