import type { AnyPage } from '../../http/page.ts';
import { deliveriesCsv } from './csv.ts';
import { endFaultAct } from './faults.ts';
import { deliveriesPage } from './list.ts';
import { deliveryEml, deliveryFrame, deliveryJson, deliveryPage, dismissAct, resendAct } from './one.ts';
import { resendAllAct, resendOneAct } from './resending.ts';
import { retireRungTextAct } from './rung-text-retiring.ts';
import { rungTextPages } from './rung-text.ts';
import { mailTextFrame, mailTextPage, originalMailTextAct, saveMailTextAct } from './text.ts';
import { mailTextsPage } from './texts.ts';

export const deliveryPages: readonly AnyPage[] = [
  deliveriesPage, deliveriesCsv, resendAllAct, endFaultAct, deliveryPage, deliveryFrame, deliveryEml, deliveryJson, resendAct, dismissAct, resendOneAct,
  mailTextsPage, mailTextPage, mailTextFrame, saveMailTextAct, originalMailTextAct, ...rungTextPages, retireRungTextAct,
];
