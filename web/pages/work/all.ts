import type { AnyPage } from '../../http/page.ts';
import { homePage, workPage } from './work.ts';

export const workPages: readonly AnyPage[] = [homePage, workPage];
