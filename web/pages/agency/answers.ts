import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import type { DraftHere } from './draft-here.ts';
import { textOf } from './form/edits.ts';
import { formSections } from './form/field.ts';
import { budgetModel } from './models/budget.ts';
import { narrativeModel } from './models/general.ts';
import { targetsModel } from './models/targets.ts';
import { tasksModel } from './models/tasks.ts';
import { progressOf } from './progress.ts';

/** Everything that was filled in, at a glance: the parts of the form with what they hold, as text. */
export function answersOf(visit: Visit, here: DraftHere) {
  const text = Object.fromEntries(here.fields.map((field) => [field.name, textOf(here.content, field, here)]));
  return {
    text, kind: here.content.kind, targets: targetsModel(visit, here), tasks: tasksModel(visit, here), budget: budgetModel(visit, here), narrative: narrativeModel(visit, here),
    progress: progressOf(here.content), links: Object.fromEntries(formSections.map((section) => [section, paths.draftSection(here.place, section)])),
  };
}
