import type { AnyPage } from '../../http/page.ts';
import { dutyFilePages } from './duty-files.ts';
import { guidanceFilePages } from './guidance-files.ts';

export const filePages: readonly AnyPage[] = [...dutyFilePages, ...guidanceFilePages];
