import type { AnyPage } from '../../http/page.ts';
import { cellPage } from './cell.ts';
import { complianceCsv, compliancePage } from './compliance.ts';
import { directiveActs, directivePage } from './directive.ts';
import { directivesPage } from './directives.ts';
import { decideDirectiveAct, newDirectivePage } from './new-directive.ts';
import { paperPage } from './paper.ts';
import { quarterPage } from './quarter.ts';
import { quartersPage } from './quarters.ts';
import { rankingCsv, rankingPage } from './ranking.ts';
import { targetTrendPage, unitTrendPage } from './trends.ts';
import { versionPages } from './version.ts';

export const committeePages: readonly AnyPage[] = [compliancePage, complianceCsv, cellPage, ...versionPages, rankingPage, rankingCsv, quartersPage, quarterPage, paperPage, directivesPage, newDirectivePage, decideDirectiveAct, directivePage, ...directiveActs, targetTrendPage, unitTrendPage];
