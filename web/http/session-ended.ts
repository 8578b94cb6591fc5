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
