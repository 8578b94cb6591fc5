import type { AnyPage } from '../../http/page.ts';
import { cellPage } from './cell.ts';
import { complianceCsv, compliancePage } from './compliance.ts';
import { versionPages } from './version.ts';

export const committeePages: readonly AnyPage[] = [compliancePage, complianceCsv, cellPage, ...versionPages];
