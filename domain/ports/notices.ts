import type { Matter } from '../delivery.ts';
import type { Notice } from '../notice.ts';
import type { Page, PageRequest } from './page.ts';

/** Those of reminders, decisions and directives are written by their repositories, together with what they tell of. */
export interface Notices {
  /** Anything else that people are told: its notices, and what is owed to whom. In the transaction of what it tells of; the notices are written each time, deliveries once. */
  tell(matters: readonly Matter[]): Promise<void>;
  /** The newest first; read as the account has read them. */
  list(account: string, addresses: readonly string[], page: PageRequest): Promise<Page<Notice>>;
  find(account: string, addresses: readonly string[], id: number): Promise<Notice | undefined>;
  /** At most `limit`, by one query over the index of addresses. */
  countUnread(account: string, addresses: readonly string[], limit: number): Promise<number>;
  markRead(account: string, id: number): Promise<void>;
  /** Everything up to this notice is read. */
  markReadUpTo(account: string, id: number): Promise<void>;
}
