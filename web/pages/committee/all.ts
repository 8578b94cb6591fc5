import type { AnyPage } from '../../http/page.ts';
import { cellPage } from './cell.ts';
import { complianceCsv, compliancePage } from './compliance.ts';
import { quarterPage } from './quarter.ts';
import { quartersPage } from './quarters.ts';
import { rankingCsv, rankingPage } from './ranking.ts';
import { versionPages } from './version.ts';

export const committeePages: readonly AnyPage[] = [compliancePage, complianceCsv, cellPage, ...versionPages, rankingPage, rankingCsv, quartersPage, quarterPage];
