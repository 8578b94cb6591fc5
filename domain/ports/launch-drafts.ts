import type { LaunchDraft } from '../launch-draft.ts';

export type LaunchDraftChanges = Partial<Pick<LaunchDraft, 'state' | 'content' | 'proposedBy' | 'cycle'>> & Pick<LaunchDraft, 'savedAt' | 'savedBy'>;

export interface LaunchDrafts {
  find(id: string): Promise<LaunchDraft | undefined>;
  /** Those not launched and not dropped, the newest first. */
  listOpen(): Promise<readonly LaunchDraft[]>;
  insert(draft: LaunchDraft): Promise<void>;
  /** Claims `version`: writes `changes` and version + 1 if the row still has it; undefined when it has not. */
  claim(id: string, version: number, changes: LaunchDraftChanges): Promise<LaunchDraft | undefined>;
}
