import type { z } from 'zod';
import type { PagesKit } from '../../api/contracts/pages.ts';
import type { OpenedFile } from '../../api/use-cases/attachments.ts';
import type { Caller } from '../../api/use-cases/caller.ts';
import type { Desk } from '../../api/use-cases/desk.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { IncomingFile } from '../../domain/ports/files.ts';
import type { Action } from '../../domain/permissions.ts';
import type { Language } from '../../domain/text.ts';
import type { Translate } from '../view/translate.ts';
import type { Fields, Filled } from './form.ts';

/**
 * How far the permission table is asked before a page is made: `any` (no unit is concerned), `unit` (the unit in the path; a foreign one is
 * answered as if there were none), `list` (any grant; the page shows what the scope covers), `part` (any grant; who holds the part in the cycle is asked inside).
 */
export type Scope = 'any' | 'unit' | 'list' | 'part';

/** One request for a page, as far as it is understood. */
export interface Visit<Params = unknown, Query = unknown> {
  readonly kit: PagesKit;
  readonly desk: Desk;
  readonly caller: Caller;
  readonly language: Language;
  readonly t: Translate;
  readonly params: Params;
  readonly query: Query;
  /** Path and query as asked. */
  readonly url: string;
  /** What was typed and what is wrong with it, when a form is shown again. */
  readonly filled: Filled;
  /** The file of an `upload`, still arriving. */
  readonly file?: IncomingFile;
}

export interface Crumb {
  readonly text: string;
  readonly href?: string;
}

/** What a page shows: a template below `web/views`, its title, and what the template needs. */
export interface View {
  readonly template: string;
  readonly title: string;
  /** The state of things in a sentence: pages answer first. */
  readonly lead?: string;
  readonly crumbs?: readonly Crumb[];
  /** The cycle the page belongs to: its navigation, and the banner of a rehearsal, with the day on its clock while it runs. */
  readonly cycle?: Pick<Cycle, 'id' | 'title' | 'rehearsal'> & Partial<Pick<Cycle, 'clock' | 'state'>>;
  /** Words of help, a key of the locales: a paragraph below the title. */
  readonly help?: string;
  readonly status?: number;
  /** Wide pages hold tables; the others a column for reading. */
  readonly wide?: boolean;
  readonly model?: Readonly<Record<string, unknown>>;
}

/** A file that somebody added, to be downloaded. */
export interface StoredFile {
  readonly stored: OpenedFile;
}

/** A file instead of a page. */
export interface Download {
  readonly fileName: string;
  readonly type: string;
  readonly body: string | Buffer;
  /** Shown inside a page of ours instead: a mail in HTML, which may have its own styles and do nothing else. */
  readonly framed?: boolean;
}

type None = z.ZodObject<Record<never, never>>;

/** A page: GET. The permission table decides who may see it. */
export interface Page<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> {
  readonly kind: 'page';
  readonly name: string;
  readonly path: `/${string}`;
  readonly action: Action;
  readonly scope?: Scope;
  readonly params?: P;
  readonly query?: Q;
  readonly show: (visit: Visit<z.output<P>, z.output<Q>>) => Promise<View | Download | StoredFile>;
}

/** Where an act leads, and what is said there: a key of the locales with its figures. */
export interface Done {
  readonly to: string;
  readonly notice?: string;
  readonly figures?: Readonly<Record<string, string | number>>;
}

/** What a form does: POST. Refused or wrongly filled, `again` shows its page with every value kept. */
export interface Act<P extends z.ZodType = z.ZodType, F extends z.ZodType = z.ZodType, Result = unknown> {
  readonly kind: 'act';
  readonly name: string;
  readonly path: `/${string}`;
  readonly action: Action;
  readonly scope?: Scope;
  readonly params?: P;
  /** What the form's fields must be, after `read` has put them in order; by default any. */
  readonly form?: F;
  /** Puts flat fields in the shape that `form` expects; may be a promise of it. */
  readonly read?: (fields: Fields, visit: Visit<z.output<P>>) => unknown;
  /** Done once, however often the button was pressed: what is stored under the form's key is its result. */
  readonly once?: boolean;
  /** Takes a file: a `multipart/form-data` form whose file field comes last, after token and choices. Sent twice, it has to come to the same by itself. */
  readonly upload?: boolean;
  /** Refusals leave no audit row: nothing about the year was attempted (drafts, settings of one's own). */
  readonly quiet?: boolean;
  /** Says what will happen, in a form that sends everything typed once more with `confirmed`: shown instead of doing it until then. */
  readonly ask?: (visit: Visit<z.output<P>>, form: z.output<F>) => Promise<View>;
  readonly run: (visit: Visit<z.output<P>>, form: z.output<F>) => Promise<Result>;
  /** Where it leads; or what is shown at once, for what is to be seen this once (a new password). */
  readonly then: (result: Result, visit: Visit<z.output<P>>, form: z.output<F>) => Done | View;
  /** For scripts: what is answered in place of a redirect. */
  readonly reply?: (result: Result, visit: Visit<z.output<P>>) => Download;
  /** The page with the form. Its path has the parameters of this act's. */
  readonly again: (visit: Visit<z.output<P>>) => Promise<View | Download>;
  /** Fields of the form by the JSON pointer that a refusal names, where the first step of the pointer is not the field. */
  readonly fieldOf?: (pointer: string) => string;
  /** Extra values that the permission table needs, for example the unit concerned when it is not in the path. */
  readonly secret?: boolean;
}

export type AnyPage = Page | Act;

export function page<P extends z.ZodType = None, Q extends z.ZodType = None>(spec: Omit<Page<P, Q>, 'kind'>): Page {
  return { kind: 'page', ...spec } as unknown as Page;
}

export function act<P extends z.ZodType = None, F extends z.ZodType = None, Result = unknown>(spec: Omit<Act<P, F, Result>, 'kind'>): Act {
  return { kind: 'act', ...spec } as unknown as Act;
}

export const isDownload = (answer: View | Download | StoredFile): answer is Download => 'body' in answer;
export const isStored = (answer: View | Download | StoredFile): answer is StoredFile => 'stored' in answer;
