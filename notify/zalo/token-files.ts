import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { CarrierAway } from '../../domain/ports/mail.ts';

/** A secret that stands alone in a file. Throws `CarrierAway` that names the variable and not the secret. */
export async function readSecret(file: string, variable: string): Promise<string> {
  const text = (await readFile(file, 'utf8').catch((error: unknown) => { throw new CarrierAway(`${variable}: ${String(error)}`, { cause: error }); })).trim();
  if (!/^[\x21-\x7e]+$/.test(text)) throw new CarrierAway(`${variable} holds nothing that can be sent`);
  return text;
}

/** The old secret or the new one, whenever the power goes; readable by its owner alone. */
export async function writeSecret(file: string, text: string): Promise<void> {
  const aside = `${file}.new`;
  const handle = await open(aside, 'w', 0o600);
  try {
    await handle.writeFile(`${text}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

/** When a file was written, in epoch ms; undefined while there is none. */
export const writtenAt = (file: string): Promise<number | undefined> => stat(file).then(({ mtimeMs }) => mtimeMs, () => undefined);

/** After that a lock is one of a process that died. */
const lockMs = 120_000;

/** One at a time, also among workers that share the files. Throws `CarrierAway` while another is at it. */
export async function lockedBy<T>(file: string, now: number, run: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  const since = await writtenAt(lock);
  if (since !== undefined && now - since > lockMs) await rm(lock, { recursive: true, force: true });
  await mkdir(lock).catch((error: unknown) => {
    const isHeld = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new CarrierAway(isHeld ? 'another worker is renewing the access token of Zalo' : `the folder of ZALO_REFRESH_TOKEN_FILE cannot be written: ${String(error)}`, { cause: error });
  });
  try {
    return await run();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}
