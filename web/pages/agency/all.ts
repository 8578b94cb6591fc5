import type { AnyPage } from '../../http/page.ts';
import { sectionActs, sectionPages } from './section.ts';

export const agencyPages: readonly AnyPage[] = [...sectionPages, ...sectionActs];
