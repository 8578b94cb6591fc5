import { join } from 'node:path';

/** Where everything lies below the data folder. */
export const files = (data: string) => ({
  record: join(data, 'chutrinh.sqlite'),
  /** Contents of uploaded files, by hash. */
  uploads: join(data, 'files'),
  /** Mails as files: of rehearsals, and all where there is no mail server. */
  mails: join(data, 'mails'),
  backups: join(data, 'backups'),
  temporal: join(data, 'temporal.sqlite'),
  lock: join(data, 'chutrinh.lock'),
  run: join(data, 'run.json'),
}) as const;
