import type { DraftBackground } from '../../../api/use-cases/draft-background.ts';
import { requiredSections } from '../../../domain/sections.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import type { Visit } from '../../http/page.ts';

/** What people call a field of the form: `Hồ sơ xử lý trực tuyến: tử số`. The names of rows come from the content and the plan that it follows. */
export function labelsOf({ t, language }: Pick<Visit, 't' | 'language'>, content: SubmissionContent, { plan, approvedPlan }: DraftBackground): (field: string) => string {
  const planned = content.kind === 'plan' ? content : approvedPlan;
  const rows = new Map<string, string>([
    ...plan.targets.map(({ id, name, nameEn }) => [`targets.${id}`, language === 'en' ? nameEn ?? name : name] as const),
    ...(planned?.tasks ?? []).map(({ id, words }) => [`tasks.${id}`, words] as const),
    ...(planned?.budget ?? []).flatMap(({ id, name }) => [[`budget.${id}`, name], [`spending.${id}`, name]] as const),
    ...requiredSections[content.kind].map((section) => [`sections.${section.key}`, section[language]] as const),
  ]);
  const member = (name: string): string => (t.has(`agency.member.${name}`) ? t(`agency.member.${name}`) : name);
  return (field) => {
    const [list = '', id = '', ...rest] = field.split('.');
    const row = rows.get(`${list}.${id}`);
    if (row === undefined) return id === '' || list === 'focalPoint' ? member([list, id].filter(Boolean).join('_')) : `${member(list)}${rest.length > 0 ? `: ${rest.map(member).join(', ')}` : ''}`;
    return rest.length === 0 ? row : `${row}: ${rest.map(member).join(', ').toLocaleLowerCase(language)}`;
  };
}
