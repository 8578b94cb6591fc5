import type { DraftBackground } from '../../../../api/use-cases/draft-background.ts';
import { applicableTargets } from '../../../../domain/applies.ts';
import type { Target } from '../../../../domain/plan.ts';
import { requiredSections } from '../../../../domain/sections.ts';
import { fundingSources, type PlanContent, type ReportContent, type SubmissionContent } from '../../../../domain/submission.ts';
import type { Field, FormSection } from './field.ts';
import type { leaves } from './leaf.ts';

type Member = readonly [member: string, leaf: keyof typeof leaves, empty?: Field['empty']];

const at = (section: FormSection, names: readonly string[], steps: readonly (string | number)[], members: readonly Member[]): readonly Field[] =>
  members.map(([member, leaf, empty = 'absent']) => ({ name: [...names, ...member.split('/')].join('.'), section, leaf, path: [...steps, ...member.split('/')], empty }));

/** Every field of the form, in the order of its pages. The content is complete (`withEveryTarget`). */
export function fieldsOf(content: SubmissionContent, plan: DraftBackground['plan']): readonly Field[] {
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  const own = content.kind === 'plan' ? planFields(content, targets) : reportFields(content, targets);
  return [
    ...at('general', [], [], [['symbol', 'short'], ['focalPoint/name', 'line'], ['focalPoint/email', 'email'], ['focalPoint/phone', 'phone']]),
    ...own,
    ...sectionKeys(content).flatMap((key) => at('narrative', ['sections'], ['sections'], [[key, 'essay']])),
  ];
}

/** Keys of the written parts: those asked for, and any other that the content has. */
export function sectionKeys(content: SubmissionContent): readonly string[] {
  const asked = requiredSections[content.kind].map(({ key }) => key as string);
  return [...asked, ...Object.keys(content.sections).filter((key) => !asked.includes(key))];
}

function planFields(content: PlanContent, targets: ReadonlyMap<string, Target>): readonly Field[] {
  return [
    ...content.targets.flatMap(({ target }, index) => at('targets', ['targets', target], ['targets', index], [['value', targets.get(target)?.measure === 'yes-no' ? 'oneZero' : 'number', 'null'], ['notApplicable', 'prose'], ['comment', 'prose']])),
    ...content.tasks.flatMap(({ id }, index) => at('tasks', ['tasks', id], ['tasks', index], [
      ['words', 'prose', 'text'], ['lead', 'unit', 'text'], ['coordinating', 'unitList'], ['output', 'prose'], ['start', 'date', 'null'], ['due', 'date', 'null'],
    ])),
    ...content.budget.flatMap(({ id }, index) => at('budget', ['budget', id], ['budget', index], [
      ['name', 'title', 'text'], ['task', 'id'], ['aspect', 'aspect'], ...fundingSources.map((source): Member => [`amounts/${source}`, 'money']), ['total', 'money', 'null'],
    ])),
    ...at('budget', [], [], [['budgetTotal', 'money', 'null'], ['budgetTotalInWords', 'amountWords']]),
  ];
}

const figureMembers = {
  ratio: [['numerator', 'number', 'null'], ['denominator', 'number', 'null']],
  'yes-no': [['answer', 'yesNo', 'null']],
  count: [['value', 'number', 'null']],
  amount: [['value', 'number', 'null']],
  rank: [['value', 'number', 'null']],
} as const satisfies Readonly<Record<Target['measure'], readonly Member[]>>;

function reportFields(content: ReportContent, targets: ReadonlyMap<string, Target>): readonly Field[] {
  return [
    ...at('general', [], [], [['figuresTo', 'date', 'null']]),
    ...content.targets.flatMap(({ target }, index) => at('targets', ['targets', target], ['targets', index], [...figureMembers[targets.get(target)?.measure ?? 'count'], ['notApplicable', 'prose'], ['comment', 'prose'], ['evidence', 'lines']])),
    ...content.tasks.flatMap(({ task }, index) => at('tasks', ['tasks', task], ['tasks', index], [['status', 'status', 'null'], ['percent', 'number'], ['doneOn', 'date'], ['comment', 'prose'], ['evidence', 'lines']])),
    ...content.spending.flatMap(({ line }, index) => at('budget', ['spending', line], ['spending', index], [['spent', 'money', 'null']])),
  ];
}

/** The content with an entry for each target that binds the unit, so that a figure that was left out has a place to be typed in. */
export function withEveryTarget(content: SubmissionContent, { plan, unit }: Pick<DraftBackground, 'plan' | 'unit'>): SubmissionContent {
  const known = new Set(content.targets.map(({ target }) => target));
  const missing = applicableTargets(plan, unit).filter(({ id }) => !known.has(id)).map(({ id: target }) => ({ target, value: null }));
  if (missing.length === 0) return content;
  return content.kind === 'plan' ? { ...content, targets: [...content.targets, ...missing] } : { ...content, targets: [...content.targets, ...missing.map(({ target }) => ({ target }))] };
}
