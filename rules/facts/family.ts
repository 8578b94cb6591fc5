import type { SubmissionKind } from '../../domain/submission.ts';
import type { FactContext } from './context.ts';
import type { FactDefinition } from './fact.ts';

/** What a rule may look at: the whole submission, or one after another of its (or the plan's) items. */
export const scopes = ['document', 'commitments', 'tasks', 'given-tasks', 'last-year-tasks', 'budget', 'figures', 'progress', 'approved-tasks', 'spending', 'cited-grounds'] as const;
export type Scope = (typeof scopes)[number];

/** Names of origins to what they stand for, for example `item` → `/tasks/3`. Without a colon: a JSON pointer into the submission. */
export type Origins = Readonly<Record<string, string>>;

/** One fact: its definition and how it is calculated, pure, from one item. */
export interface FactReader<Item> extends FactDefinition {
  readonly read: (item: Item, context: FactContext) => unknown;
}

/** Facts about one kind of item. Families of one scope give the same items in the same order. */
export interface FactFamily<Item> {
  readonly scope: Scope;
  readonly stages: readonly SubmissionKind[];
  readonly facts: Readonly<Record<string, FactReader<Item>>>;
}

export function family<Item>(of: FactFamily<Item>): FactFamily<Item> {
  return of;
}

/** The items of a scope and where each stands. */
export interface ScopeItems<Item> {
  readonly scope: Scope;
  readonly items: (context: FactContext) => readonly Item[];
  readonly origins: (item: Item, context: FactContext) => Origins;
  /** The plan target that an item is about, for the verdict. */
  readonly target?: (item: Item) => string | undefined;
}
