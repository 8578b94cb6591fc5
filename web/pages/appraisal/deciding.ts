import { z } from 'zod';
import { hash, planPlace } from '../../../api/contracts/common.ts';
import { decide } from '../../../api/use-cases/deciding.ts';
import type { DecisionKind } from '../../../domain/duty.ts';
import type { Action } from '../../../domain/permissions.ts';
import { firstStep, one, type Fields } from '../../http/form.ts';
import { act, page, type AnyPage, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { crumbsOf } from '../duty/here.ts';
import type { DutyParams } from '../duty/on-both.ts';
import { judgedModel, readJudged, sumOf } from './judged.ts';
import { placesOf } from './pins.ts';

interface Kind {
  readonly name: 'conclusion' | 'decision';
  readonly action: Action;
  readonly state: string;
  readonly answers: readonly DecisionKind[];
}

const kinds = [
  { name: 'conclusion', action: 'plan.conclude', state: 'conclusion', answers: ['concludeFit', 'concludeReturn'] },
  { name: 'decision', action: 'plan.decide', state: 'approval', answers: ['approve', 'returnPlan', 'refuse'] },
] as const satisfies readonly Kind[];

const pinned = z.array(z.object({ pointer: z.string().min(1), text: z.string().trim().min(1).max(2000) })).max(50);

/** A reason is owed to the unit whenever the answer is not the good one. */
const formOf = ({ answers }: Kind) => z.object({ answer: z.enum(answers), reason: z.string().trim().max(4000), contentHash: hash, pinned })
  .refine(({ answer, reason }) => answer === answers[0] || reason !== '', { path: ['reason'], error: 'reason-required' });

function read(fields: Fields): unknown {
  const places = [fields['pinPlace'] ?? []].flat();
  const pins = [fields['pinText'] ?? []].flat().flatMap((text, index) => (text.trim() === '' ? [] : [{ pointer: places[index] ?? '', text }]));
  return { answer: one(fields, 'answer'), reason: one(fields, 'reason'), contentHash: one(fields, 'contentHash'), pinned: pins };
}

/** Conclusion of the lead appraiser, decision of the approver: one page each, alike but for who and what. */
export const decidingPages: readonly AnyPage[] = kinds.flatMap((kind: Kind): readonly AnyPage[] => {
  const { name, action } = kind;
  const path = `/cycles/:cycle/plans/:unit/${name}` as const;
  const spec = { name, path, action, scope: 'part', params: planPlace } as const;
  const show = (visit: Visit<DutyParams>): Promise<View> => showDeciding(kind, visit);
  return [
    page({ ...spec, show }),
    act({
      ...spec, name: `${name}Act`, form: formOf(kind), read, once: true,
      run: ({ desk, caller, params }, { answer, ...given }) => decide(desk, caller, { place: params, kind: answer, ...given }),
      then: (_, { params, t }, { answer }) => ({ to: paths.duty(params), notice: 'appraisal.decided', figures: { what: t(`duty.decision.${answer}`) } }),
      again: show,
      fieldOf: (pointer) => (pointer.startsWith('/pinned') ? 'pinned' : firstStep(pointer)),
    }),
  ];
});

async function showDeciding({ name, answers, state }: Kind, visit: Visit<DutyParams>): Promise<View> {
  const { t, params } = visit;
  const judged = await readJudged(visit);
  const { here, submission, content } = judged;
  const { duty, opinions } = here.view;
  const round = opinions.filter((each) => each.round === duty.round).map((each) => ({ ...each, unitName: here.units.get(each.appraiser)?.name ?? each.appraiser }));
  // The approver decides on what was appraised: other content since, and there is nothing to decide.
  const isStale = name === 'decision' && round.some((each) => each.answer !== null && each.stale);
  const lines = content.budget.map((line) => ({ ...line, agreements: round.flatMap(({ aspect, lines: agreed }) => agreed.filter(({ line: id }) => id === line.id).map((each) => ({ ...each, aspect }))) }));
  const agreed = lines.map(({ agreements }) => agreements[0]?.agreed);
  const title = t(`appraisal.${name}.title`);
  const shown = await judgedModel(visit, judged);
  return {
    template: 'appraisal/deciding.njk', title, cycle: here.cycle, wide: true, help: `appraisal.${name}.help`, crumbs: crumbsOf(here, visit, { text: title }),
    lead: t(isStale ? 'appraisal.stale' : duty.state === state ? `appraisal.${name}.lead` : `duty.lead.plan.${duty.state}`, { unit: here.unitName, number: submission.number, count: duty.round, date: formats(visit.language).day(duty.due) }),
    model: {
      ...shown, name, answers, opinions: round, lines, sums: { asked: sumOf(lines.map(({ total }) => total)), agreed: sumOf(agreed) }, hash: submission.hash, places: placesOf(content, new Map(shown.commitments.map((each) => [each.target, each.name])), visit), pinRows: [0, 1, 2], changes: isStale ? submission.changes.map(shown.labelAt) : [],
      isOpen: duty.state === state && !isStale && here.view.possible.some((each) => (answers as readonly string[]).includes(each)), action: name === 'conclusion' ? paths.conclusion(params) : paths.decision(params),
    },
  };
}
