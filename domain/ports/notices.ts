import type { Notice } from '../notice.ts';
import type { Page, PageRequest } from './page.ts';

/** Written together with what they tell of, by the repositories of reminders, decisions and directives. */
export interface Notices {
  /** The newest first; read as the account has read them. */
  list(account: string, addresses: readonly string[], page: PageRequest): Promise<Page<Notice>>;
  find(account: string, addresses: readonly string[], id: number): Promise<Notice | undefined>;
  /** At most `limit`, by one query over the index of addresses. */
  countUnread(account: string, addresses: readonly string[], limit: number): Promise<number>;
  markRead(account: string, id: number): Promise<void>;
  /** Everything up to this notice is read. */
  markReadUpTo(account: string, id: number): Promise<void>;
}
