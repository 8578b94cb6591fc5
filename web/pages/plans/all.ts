import type { AnyPage } from '../../http/page.ts';
import { planChangesPage } from './changes.ts';
import { editorPages } from './editor/all.ts';
import { planPage } from './plan.ts';
import { plansPage } from './plans.ts';
import { planTablesPage } from './tables.ts';
import { planTargetsCsv } from './targets-csv.ts';

export const plansPages: readonly AnyPage[] = [plansPage, planPage, planTablesPage, planTargetsCsv, planChangesPage, ...editorPages];
