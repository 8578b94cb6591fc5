import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailCarrier } from '../domain/ports/mail.ts';

const fileOf = (id: string, ending: string): string => `${id.replaceAll(/[^\w.-]/g, '_')}.${ending}`;

/** Mails as files that any mail program opens: where there is no mail server, and for rehearsals, whose mails reach nobody. */
export const emlFiles = (folder: string): MailCarrier => filesIn(folder, 'eml');

/** One file a message. Sent again, the file is the same. */
export function filesIn(folder: string, ending: string): MailCarrier {
  return {
    line: () => ({
      ready: () => mkdir(folder, { recursive: true }).then(() => undefined),
      async send({ id, raw }) {
        const file = join(folder, fileOf(id, ending));
        try {
          await writeFile(`${file}.part`, raw);
          await rename(`${file}.part`, file);
          return { kind: 'filed' };
        } catch (error) {
          return { kind: 'later', reason: String(error) };
        }
      },
      close: () => undefined,
    }),
  };
}
