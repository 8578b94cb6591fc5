import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailCarrier } from '../domain/ports/mail.ts';

const fileOf = (id: string): string => `${id.replaceAll(/[^\w.-]/g, '_')}.eml`;

/** Mails as files that any mail program opens: where there is no mail server, and for rehearsals, whose mails reach nobody. Sent again, the file is the same. */
export function emlFiles(folder: string): MailCarrier {
  return {
    line: () => ({
      ready: () => mkdir(folder, { recursive: true }).then(() => undefined),
      async send({ id, raw }) {
        const file = join(folder, fileOf(id));
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
