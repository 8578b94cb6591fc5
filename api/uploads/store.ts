import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mostBytes, mostBytesInWords } from '../../domain/attachment.ts';
import type { Bytes, Files, Received } from '../../domain/ports/files.ts';
import { Refused } from '../../domain/refusals.ts';
import { inspect } from './inspect.ts';
import { sweep } from './sweep.ts';

/**
 * Contents of files below a folder that nothing serves: `ab/cdef…` by the SHA-256 of each, `incoming/` while they arrive. A content is written under
 * a name of its own, synced, and renamed into place, so what is in place is whole.
 */
export function createFileStore(folder: string): Files {
  const incoming = join(folder, 'incoming');
  const placeOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2));

  return {
    async receive(source) {
      const path = join(incoming, randomUUID());
      try {
        await mkdir(incoming, { recursive: true });
        return received(path, await write(path, source), placeOf);
      } catch (error) {
        await rm(path, { force: true });
        throw asRefusal(error);
      }
    },
    async open(hash) {
      const path = placeOf(hash);
      const found = await stat(path).catch(() => undefined);
      if (!found) throw new Refused('not-found', { figures: { subject: 'file' } });
      return { size: found.size, bytes: createReadStream(path) };
    },
    sweep: (isReferred, olderThanMs) => sweep(folder, isReferred, Date.now() - olderThanMs),
  };
}

interface Written {
  readonly hash: string;
  readonly size: number;
}

async function write(path: string, source: Bytes): Promise<Written> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > mostBytes) throw new Refused('too-large', { figures: { limit: mostBytesInWords } });
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let from = 0; from < chunk.length;) from += (await file.write(chunk, from)).bytesWritten;
}

function received(path: string, { hash, size }: Written, placeOf: (hash: string) => string): Received {
  return {
    hash, size,
    inspect: () => inspect(path, size),
    async keep() {
      const place = placeOf(hash);
      try {
        await mkdir(dirname(place), { recursive: true });
        if (await isThere(place)) return await rm(path, { force: true });
        await rename(path, place);
        await syncFolder(dirname(place));
      } catch (error) {
        throw asRefusal(error);
      }
    },
    discard: () => rm(path, { force: true }),
  };
}

/** Touched, so that a sweep under way leaves it to the row that is about to refer to it. */
async function isThere(place: string): Promise<boolean> {
  const now = new Date();
  return utimes(place, now, now).then(() => true, () => false);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

const noRoom: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EACCES', 'EPERM'];

function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return noRoom.includes(code) ? new Refused('storage-unavailable', { cause: error }) : error;
}
