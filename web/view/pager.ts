import { z } from 'zod';

/** The page of a long table as an address asks for it. What cannot be read counts as not asked. */
export const pageAsked = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined);

export interface PageOf<Row> {
  /** Those of the rows that this page shows. */
  readonly rows: readonly Row[];
  /** Which they are, counted from 1, and of how many. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Links to every page, for `pager` of `components/parts.njk`; none when there is one page only. */
  readonly pages: readonly { readonly number: string; readonly href: string; readonly current: boolean }[];
  /** The pages beside it: a narrow window has room for them and the ends. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A page of a long table: filters and order are of all rows, an old browser lays out a hundred of them. A page past the end is the last one. */
export function pageOf<Row>(all: readonly Row[], { asked = 1, perPage, href }: { readonly asked?: number | undefined; readonly perPage: number; readonly href: (page: string) => string }): PageOf<Row> {
  const count = Math.max(1, Math.ceil(all.length / perPage));
  const current = Math.min(asked, count);
  const from = (current - 1) * perPage;
  const rows = all.slice(from, from + perPage);
  const pages = count === 1 ? [] : Array.from({ length: count }, (_, index) => ({ number: String(index + 1), href: href(String(index + 1)), current: index + 1 === current }));
  const link = (page: number): string | undefined => (page < 1 || page > count ? undefined : href(String(page)));
  return { rows, from: from + 1, to: from + rows.length, total: all.length, pages, before: link(current - 1), after: link(current + 1) };
}
