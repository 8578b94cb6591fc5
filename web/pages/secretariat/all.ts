import type { AnyPage } from '../../http/page.ts';
import { dutiesCsv } from './duties/export.ts';
import { dutiesPage } from './duties/table.ts';
import { cyclesPage } from './year/cycles.ts';
import { overviewPage } from './year/overview.ts';

export const secretariatPages: readonly AnyPage[] = [cyclesPage, overviewPage, dutiesPage, dutiesCsv];
