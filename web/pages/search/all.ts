import type { AnyPage } from '../../http/page.ts';
import { searchPage } from './search.ts';

export const searchPages: readonly AnyPage[] = [searchPage];
