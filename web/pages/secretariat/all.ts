import type { AnyPage } from '../../http/page.ts';
import { cyclesPage } from './year/cycles.ts';
import { overviewPage } from './year/overview.ts';

export const secretariatPages: readonly AnyPage[] = [cyclesPage, overviewPage];
