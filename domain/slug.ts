import { searchKey } from './search-key.ts';

/** A code made of the first words of a name. */
export const slugOf = (name: string): string => searchKey(name).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').split('-').slice(0, 6).join('-');
