import type { z } from 'zod';
import { completeDirective as done, inDirective, noteProgress as progress, reviseDirective as revision } from '../../../api/contracts/directive.ts';
import { completeDirective, noteProgress, reviseDirective } from '../../../api/use-cases/directing.ts';
import { getDirective } from '../../../api/use-cases/directives.ts';
import { namesOf } from '../../../api/use-cases/people.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { present } from '../../http/form.ts';
import { paths } from '../../paths.ts';
import { directiveRows } from './directives.ts';
import { choicesIn } from './new-directive.ts';

type At = Visit<z.output<typeof inDirective>>;

async function show(visit: At): Promise<View> {
  const { desk, caller, t, params } = visit;
  const directive = await getDirective(desk, caller, params.cycle, params.id);
  const [[row], choices, names] = await Promise.all([directiveRows(visit, [directive]), choicesIn(visit, params.cycle), namesOf(desk, [directive.decidedBy, ...directive.notes.map(({ by }) => by)])]);
  const { cycle } = choices;
  const plan = await desk.registers.plan(cycle.planHash);
  const isOpen = directive.state === 'open';
  const address = (name: Parameters<typeof paths.directiveAct>[2]): string => paths.directiveAct(cycle.id, directive.id, name);
  return {
    template: 'committee/directive.njk', title: t('committee.directives.one', { number: directive.number }), cycle,
    lead: t(`committee.directives.leadOf.${directive.overdue ? 'overdue' : directive.state}`, { unit: row?.unitName ?? directive.unit, left: row?.dueView.left ?? '' }),
    crumbs: [{ text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('committee.directives.title'), href: paths.directives(cycle.id) }],
    model: {
      directive, row, by: names.get(directive.decidedBy), notes: directive.notes.map((note) => ({ ...note, by: names.get(note.by) ?? note.by })),
      target: plan.targets.find(({ id }) => id === directive.target),
      cellLink: directive.target !== null && directive.quarter !== null ? paths.cell(cycle.id, directive.quarter, directive.unit, directive.target) : undefined,
      mayFollow: isOpen && isAllowed(caller.actor, 'directive.follow', { unit: directive.unit }), mayRevise: isOpen && isAllowed(caller.actor, 'directive.write'),
      progress: address('progress'), done: address('done'), revision: address('revision'), dateHint: choices.dateHint, today: choices.today, units: [{ value: '', text: t('committee.directives.sameUnit') }, ...choices.units],
    },
  };
}

export const directivePage = page({ name: 'directive', path: '/cycles/:cycle/directives/:id', action: 'directive.read', scope: 'list', params: inDirective, show });

const common = { scope: 'list', params: inDirective, once: true, again: show } as const;
const back = ({ directive: { cycle, id } }: { directive: { cycle: string; id: string } }, notice: string) => ({ to: paths.directive(cycle, id), notice: `committee.directives.${notice}` });

export const directiveActs = [
  act({ ...common, name: 'noteDirective', path: '/cycles/:cycle/directives/:id/progress', action: 'directive.follow', form: progress, run: ({ desk, caller, params }, form) => noteProgress(desk, caller, { ...params, ...form }), then: (result) => back(result, 'noted') }),
  act({ ...common, name: 'completeDirective', path: '/cycles/:cycle/directives/:id/done', action: 'directive.follow', form: done, run: ({ desk, caller, params }, form) => completeDirective(desk, caller, { ...params, ...form }), then: (result) => back(result, 'completed') }),
  act({ ...common, name: 'reviseDirective', path: '/cycles/:cycle/directives/:id/revision', action: 'directive.write', form: revision, read: present, run: ({ desk, caller, params }, form) => reviseDirective(desk, caller, { ...params, ...form }), then: (result) => back(result, 'revised') }),
];
