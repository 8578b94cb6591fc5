import type { Instant } from './date.ts';

/** What files may be, each known by its content: how it is called, and the ending its name gets. */
export const fileKinds = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  png: { type: 'image/png', endings: ['png'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
} as const satisfies Readonly<Record<string, { type: string; endings: readonly [string, ...string[]] }>>;

export type FileKind = keyof typeof fileKinds;

/** Largest file that is taken, in bytes, and how people call it. */
export const mostBytes = 20 * 2 ** 20;
export const mostBytesInWords = '20 MB';

/** Most files of one plan, report or guidance. */
export const mostFiles = 200;

/** What a file proves: one target or task of a report; neither: it belongs to the whole. */
export interface FileSubject {
  readonly target: string | null;
  readonly task: string | null;
}

/**
 * A file that somebody added: to a plan or report (`duty`, `unit`), or to the guidance of a cycle (both null). Its bytes lie under `hash` (SHA-256),
 * once however often they are added. `removedAt`: taken out of the draft, and kept because a submission refers to it.
 */
export interface Attachment extends FileSubject {
  readonly id: string;
  readonly cycle: string;
  readonly duty: string | null;
  readonly unit: string | null;
  readonly hash: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly uploadedAt: Instant;
  readonly uploadedBy: string;
  readonly removedAt: Instant | null;
}

/** How a submission refers to a file, as one line of evidence among others (numbers of documents, links). */
export const fileReference = (id: string): string => `file:${id}`;

/** The file that a line of evidence refers to; undefined for any other line. */
export const referredFile = (line: string): string | undefined => /^file:([0-9a-f]{16})$/.exec(line.trim())?.[1];
