import type { AnyPage } from '../../http/page.ts';
import { deliveriesCsv, deliveriesPage } from './list.ts';
import { deliveryEml, deliveryPage, dismissAct, resendAct } from './one.ts';
import { mailTextFrame, mailTextPage, originalMailTextAct, saveMailTextAct } from './text.ts';
import { mailTextsPage } from './texts.ts';

export const deliveryPages: readonly AnyPage[] = [
  deliveriesPage, deliveriesCsv, deliveryPage, deliveryEml, resendAct, dismissAct,
  mailTextsPage, mailTextPage, mailTextFrame, saveMailTextAct, originalMailTextAct,
];
