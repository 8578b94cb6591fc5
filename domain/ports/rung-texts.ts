import type { RungText } from '../rung-texts.ts';

/** Texts of the secretariat's own; rows are added and never changed. */
export interface RungTexts {
  /** The newest version of each, by name. */
  newest(): Promise<readonly RungText[]>;
  /** Every version of a text, the newest first. */
  historyOf(key: string): Promise<readonly RungText[]>;
  /** `Refused('stale-version')` when somebody else has saved the version. */
  insert(text: RungText): Promise<void>;
}
