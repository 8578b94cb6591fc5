import type { Attachment } from '../attachment.ts';
import type { Instant } from '../date.ts';

export interface Attachments {
  find(id: string): Promise<Attachment | undefined>;
  /** Of a plan or report, with those removed; in the order in which they were added. */
  listOf(duty: string): Promise<readonly Attachment[]>;
  /** Of the guidance of a cycle, without those removed. */
  listGuidance(cycle: string): Promise<readonly Attachment[]>;
  /** Adds a row, or puts it in the place of one that was removed. */
  put(attachment: Attachment): Promise<void>;
  /** Marks a row as removed, and leaves it to be read. */
  retire(id: string, at: Instant): Promise<void>;
  remove(id: string): Promise<void>;
  /** Whether any row, removed or not, has this content, or a launch in preparation that is to have it. */
  isReferred(hash: string): Promise<boolean>;
}
