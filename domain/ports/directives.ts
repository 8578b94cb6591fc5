import type { Directive, DirectiveNote } from '../directive.ts';

export type DirectiveChanges = Partial<Pick<Directive, 'state' | 'unit' | 'due' | 'doneAt' | 'evidence'>>;

export interface Directives {
  find(id: string): Promise<Directive | undefined>;
  /** By due date; of one unit when given. */
  list(cycle: string, unit?: string): Promise<readonly Directive[]>;
  /** The number that the next one of the cycle bears. */
  nextNumber(cycle: string): Promise<number>;
  /** Throws `Refused('already-exists')`. */
  insert(directive: Directive): Promise<void>;
  /** Claims `version`: writes `changes` and version + 1 if the row still has it; undefined when it has not. */
  claim(id: string, version: number, changes: DirectiveChanges): Promise<Directive | undefined>;
  note(note: DirectiveNote): Promise<void>;
  /** Oldest first. */
  notesOf(directive: string): Promise<readonly DirectiveNote[]>;
}
