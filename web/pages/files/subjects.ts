import { getDraft } from '../../../api/use-cases/drafting.ts';
import type { FileSubject } from '../../../domain/attachment.ts';
import { planDutyId } from '../../../domain/ids.ts';
import type { Visit } from '../../http/page.ts';
import type { DutyHere } from '../duty/here.ts';
import type { DutyParams } from '../duty/on-both.ts';
import { subjectWord } from './rows.ts';

/** Something that files may prove. */
export interface Subject {
  readonly value: string;
  readonly text: string;
}

/** Names of targets and tasks by the words of the form. */
export async function namesOfSubjects({ desk, t, language }: Visit, { cycle, place }: DutyHere): Promise<(subject: FileSubject) => string> {
  const [plan, approved] = await Promise.all([desk.registers.plan(cycle.planHash), desk.record.read.submissions.latestOf(planDutyId(cycle.id, place.unit))]);
  const targets = new Map(plan.targets.map(({ id, name, nameEn }) => [id, language === 'en' ? nameEn ?? name : name]));
  const own = approved?.content.kind === 'plan' ? approved.content.tasks : [];
  const tasks = new Map([...plan.tasks, ...own].map(({ id, words }) => [id, words]));
  return ({ target, task }) => (target !== null ? t('files.target', { name: targets.get(target) ?? target }) : task !== null ? t('files.task', { name: tasks.get(task) ?? task }) : t('files.whole'));
}

/** What the open draft has that files may prove; the whole comes first. */
export async function subjectsOfDraft({ desk, caller, params }: Visit<DutyParams>, nameOf: (subject: FileSubject) => string): Promise<readonly Subject[]> {
  const { content } = await getDraft(desk, caller, params);
  const all: readonly FileSubject[] = content.kind === 'plan' ? [] : [...content.targets.map(({ target }) => ({ target, task: null })), ...content.tasks.map(({ task }) => ({ target: null, task }))];
  return [{ target: null, task: null }, ...all].map((subject) => ({ value: subjectWord(subject), text: nameOf(subject) }));
}
