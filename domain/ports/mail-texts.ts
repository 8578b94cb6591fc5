import type { SavedMailText } from '../mail-texts.ts';

/** Words of mails as people saved them; rows are added and never changed. */
export interface MailTexts {
  /** What was saved last of each text that was ever saved. */
  newest(): Promise<readonly SavedMailText[]>;
  /** Everything that was saved of a text, the newest first. */
  historyOf(key: string): Promise<readonly SavedMailText[]>;
  /** `Refused('stale-version')` when the version was saved by somebody else. */
  insert(texts: readonly SavedMailText[]): Promise<void>;
}
