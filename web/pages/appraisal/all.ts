import type { AnyPage } from '../../http/page.ts';
import { decidingPages } from './deciding.ts';
import { manyAct, manyPage } from './many.ts';
import { giveOpinionAct, opinionPage } from './opinion.ts';
import { queuePage } from './queue.ts';

export const appraisalPages: readonly AnyPage[] = [queuePage, manyPage, manyAct, opinionPage, giveOpinionAct, ...decidingPages];
