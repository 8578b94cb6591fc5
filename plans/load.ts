import { fileURLToPath } from 'node:url';
import { createPlanStore } from './store.ts';

/** The plans and registers that come with the product: the files of this folder. */
export const { planIds, listPlans, loadPlan, loadUnits } = createPlanStore(fileURLToPath(new URL('.', import.meta.url)));
