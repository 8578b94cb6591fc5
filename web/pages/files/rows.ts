import type { Attachment, FileSubject } from '../../../domain/attachment.ts';
import { formatNumber } from '../../../domain/numbers.ts';
import type { Language } from '../../../domain/text.ts';

/** What a page shows of a file. `remove`: where it is taken out, if it may be. */
export interface FileRow {
  readonly name: string;
  readonly href: string;
  readonly size: string;
  readonly at: number;
  readonly by: string;
  readonly isRemoved: boolean;
  readonly remove: string | undefined;
}

interface Addresses {
  readonly file: (id: string) => string;
  readonly remove: ((id: string) => string) | undefined;
}

export function rowOf({ id, name, size, uploadedAt, uploadedBy, removedAt }: Attachment, names: ReadonlyMap<string, string>, language: Language, { file, remove }: Addresses): FileRow {
  return { name, href: file(id), size: sizeInWords(size, language), at: uploadedAt, by: names.get(uploadedBy) ?? '', isRemoved: removedAt !== null, remove: removedAt === null ? remove?.(id) : undefined };
}

/** `15 kB`, `1,2 MB`. */
export function sizeInWords(bytes: number, language: Language): string {
  return bytes < 1_000_000 ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB` : `${formatNumber(Math.round(bytes / 100_000) / 10, language)} MB`;
}

/** A choice of what a file proves, as one word of a form: `target:…`, `task:…`, or nothing for the whole. */
export const subjectWord = ({ target, task }: FileSubject): string => (target !== null ? `target:${target}` : task !== null ? `task:${task}` : '');

export function subjectOfWord(word: string): FileSubject {
  const [, kind, id] = /^(target|task):(.+)$/.exec(word) ?? [];
  return { target: kind === 'target' && id !== undefined ? id : null, task: kind === 'task' && id !== undefined ? id : null };
}
