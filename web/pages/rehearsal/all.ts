import type { AnyPage } from '../../http/page.ts';
import { rehearsalsPage, startRehearsalAct } from './list.ts';
import { rehearsalPage, stopRehearsalAct } from './live.ts';

export const rehearsalPages: readonly AnyPage[] = [rehearsalsPage, startRehearsalAct, rehearsalPage, stopRehearsalAct];
