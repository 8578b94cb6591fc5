import type { FactFamily, ScopeItems } from './family.ts';
import { approvedTaskFacts, approvedTasks } from './approved-tasks.ts';
import { budgetLineFacts, budgetLines } from './budget-lines.ts';
import { budgetTotalFacts } from './budget-total.ts';
import { citedGroundFacts, citedGrounds } from './cited-grounds.ts';
import { commitmentFacts, commitments } from './commitments.ts';
import { envelopeFacts, lineBesideFacts } from './envelope.ts';
import { figureHistoryFacts } from './figure-history.ts';
import { figureScaleFacts } from './figure-scale.ts';
import { figureSiblingFacts } from './figure-siblings.ts';
import { figureFacts, figures } from './figures.ts';
import { givenTaskFacts, givenTasks } from './given-tasks.ts';
import { documents, headFacts } from './head.ts';
import { lastYearTaskFacts, lastYearTasks } from './last-year-tasks.ts';
import { progress, progressFacts } from './progress.ts';
import { reportHabitFacts } from './report-habits.ts';
import { reportTimeFacts } from './report-time.ts';
import { secrecyFacts } from './secrecy.ts';
import { serviceFacts } from './services.ts';
import { spending, spendingFacts } from './spending.ts';
import { taskUnitFacts } from './task-units.ts';
import { taskFacts, tasks } from './tasks.ts';

/*
 * Every family, in one list. Items are `unknown` here: a family meets only the items of its own scope, which `scopeLists` makes,
 * and of the scope `document` only the kind of content that its stages name.
 */
export const families = [
  headFacts, secrecyFacts, budgetTotalFacts, envelopeFacts, reportTimeFacts, reportHabitFacts, serviceFacts, citedGroundFacts,
  commitmentFacts, taskFacts, taskUnitFacts, givenTaskFacts, lastYearTaskFacts, budgetLineFacts, lineBesideFacts,
  figureFacts, figureHistoryFacts, figureScaleFacts, figureSiblingFacts, progressFacts, approvedTaskFacts, spendingFacts,
] as unknown as readonly FactFamily<unknown>[];

export const scopeLists = [
  documents, commitments, tasks, givenTasks, lastYearTasks, budgetLines, figures, progress, approvedTasks, spending, citedGrounds,
] as unknown as readonly ScopeItems<unknown>[];
