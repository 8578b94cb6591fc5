import type { FileFault } from '../file-faults.ts';
import type { FileKind } from '../attachment.ts';

/** Bytes as they come in. It throws when the sender goes away. */
export type Bytes = AsyncIterable<Uint8Array>;

/** A file that somebody sends: its name as they call it, and its bytes. */
export interface IncomingFile {
  readonly name: string;
  readonly source: Bytes;
}

/** Bytes that have arrived and are kept nowhere yet. */
export interface Received {
  readonly hash: string;
  readonly size: number;
  /** What it is, or why it is not taken. `secret`: it bears a state-secret mark. */
  inspect(): Promise<{ readonly kind: FileKind } | { readonly fault: FileFault } | { readonly secret: true }>;
  /** Puts it where its hash says, durably; once, however often it is called. */
  keep(): Promise<void>;
  /** Removes what was received. Harmless after `keep`. */
  discard(): Promise<void>;
}

/** Contents of files, by their SHA-256. */
export interface Files {
  /** Takes bytes in, up to `mostBytes`. Throws `too-large`, `storage-unavailable`, or what the source throws; then nothing is left of it. */
  receive(source: Bytes): Promise<Received>;
  /** Throws `not-found` when there is no such content. */
  open(hash: string): Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> }>;
  /** Removes contents that nothing refers to and what broken uploads left, both untouched for `olderThanMs`; answers how many. */
  sweep(isReferred: (hash: string) => Promise<boolean>, olderThanMs: number): Promise<number>;
}
