import type { AnyPage } from '../../http/page.ts';
import { deliveriesCsv, deliveriesPage } from './list.ts';
import { deliveryEml, deliveryPage, dismissAct, resendAct } from './one.ts';

export const deliveryPages: readonly AnyPage[] = [deliveriesPage, deliveriesCsv, deliveryPage, deliveryEml, resendAct, dismissAct];
