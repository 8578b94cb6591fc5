import { createHash } from 'node:crypto';
import type { FileKind } from '../../domain/attachment.ts';
import { fileRefused } from '../../domain/file-faults.ts';
import { hasSecretName, tidyFileName } from '../../domain/file-name.ts';
import type { IncomingFile } from '../../domain/ports/files.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Desk } from './desk.ts';

/** A file that has been looked into and lies where its hash says. */
export interface Kept {
  readonly hash: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly size: number;
}

/** Takes a file in, looks into it and keeps it; of one that is refused nothing stays. The name is judged before the first byte is read. */
export async function receiveFile(desk: Desk, file: IncomingFile | undefined): Promise<Kept> {
  if (!file) throw fileRefused('file-missing');
  if (hasSecretName(file.name)) throw secret();
  const received = await desk.files.receive(file.source);
  try {
    if (received.size === 0) throw fileRefused('file-empty');
    const found = await received.inspect();
    if ('secret' in found) throw secret();
    if ('fault' in found) throw fileRefused(found.fault);
    await received.keep();
    return { hash: received.hash, name: tidyFileName(file.name, found.kind), kind: found.kind, size: received.size };
  } finally {
    await received.discard();
  }
}

/** The same file for the same thing under the same name is one attachment, however often it is sent. */
export function attachmentId(...parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Names the place, never the words. */
const secret = (): Refused => new Refused('state-secret', { errors: [{ pointer: '/file', code: 'secret-mark' }] });
