import { documentSituations } from './document.ts';
import { planBudgetSituations } from './plan-budget.ts';
import { planTargetSituations } from './plan-targets.ts';
import { planTaskSituations } from './plan-tasks.ts';
import { reportDocumentSituations } from './report-document.ts';
import { reportFigureSituations } from './report-figures.ts';
import { reportSpendingSituations } from './report-spending.ts';
import { reportTaskSituations } from './report-tasks.ts';
import { beyondTheDocumentSituations } from './beyond-the-document.ts';
import { announcedBudgetSituations } from './announced-budget.ts';
import type { Situation } from './situation.ts';

/** Every situation of every rule of the catalogue. */
export const situations: readonly Situation[] = [
  ...documentSituations, ...planTargetSituations, ...planTaskSituations, ...planBudgetSituations,
  ...reportDocumentSituations, ...reportFigureSituations, ...reportTaskSituations, ...reportSpendingSituations, ...announcedBudgetSituations, ...beyondTheDocumentSituations,
];
