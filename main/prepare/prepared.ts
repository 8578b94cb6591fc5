import type { DemonstrationAccount } from './accounts.ts';
import type { Loaded } from './data.ts';

/** What setting up has done. */
export interface Prepared {
  readonly file: string;
  readonly migrations: readonly string[];
  readonly loaded: Loaded;
  /** Made now, with passwords that are told this once; empty on every later run. */
  readonly accounts: readonly DemonstrationAccount[];
  /** Whether nobody can log in yet. */
  readonly isWithoutAccounts: boolean;
}
