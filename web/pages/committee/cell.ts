import type { z } from 'zod';
import { explainCell, type CellView } from '../../../api/use-cases/compliance-cell.ts';
import { milestoneFor } from '../../../domain/applies.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { filesByReference } from '../files/evidence.ts';
import { figureWords, targetName } from './figure.ts';
import { cellPlace } from './place.ts';
import { resultWords } from './result.ts';
import { typedWords } from './typed.ts';

async function show(visit: Visit<z.output<typeof cellPlace>>): Promise<View> {
  const { desk, caller, t, language, params } = visit;
  const view = await explainCell(desk, caller, params);
  const { cycle, unit, target, cell, submission, duty, figure } = view;
  const figures = figureWords(formats(language), t);
  const bar = milestoneFor(target, unit.code, params.quarter, cycle.year);
  const sign = (value: number): string => `${target.measure === 'yes-no' ? '' : `${t(`committee.comparator.${target.comparator}`)} `}${figures.short(value, target, target.measure)}`;
  return {
    template: 'committee/cell.njk', title: targetName(target, language), cycle, wide: true,
    lead: t('committee.cell.lead', { unit: unit.name, quarter: t(`quarters.${params.quarter}`), standing: t(`standing.${cell.standing}`), figure: figures.ofCell(cell, target, target.measure) || '–', bar: sign(bar.isFinal ? cell.threshold : bar.value) }),
    crumbs: [{ text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('committee.compliance.title'), href: paths.compliance(cycle.id, { quarter: params.quarter }) }, { text: unit.name }],
    model: {
      cell, target, unit, duty, files: duty ? await filesByReference(visit, { cycle: cycle.id, unit: unit.code, quarter: params.quarter }) : {}, threshold: sign(cell.threshold), milestone: bar.isFinal ? undefined : sign(bar.value), isStated: bar.isStated,
      why: whyMissing(view, t), decide: isAllowed(caller.actor, 'directive.write') ? paths.newDirective(cycle.id, { quarter: params.quarter, unit: unit.code, target: target.id }) : undefined, entered: figure && typedWords(figure, target, visit),
      results: view.results.map((result) => resultWords(result, visit, target.unit)),
      rulesetVersion: submission?.verdict.rulesetVersion, submission,
      submissionLink: submission && `${paths.version({ cycle: cycle.id, unit: unit.code, quarter: params.quarter }, submission.number)}#target-${target.id}`,
      restatements: view.restatements.map((each) => ({ ...each, before: typedWords(each.before, target, visit), after: typedWords(each.after, target, visit) })),
    },
  };
}

/** Why there is no figure: nothing was sent, or what was sent left it empty. */
function whyMissing({ cell, duty, submission, figure }: CellView, t: Visit['t']): string | undefined {
  if (cell.standing !== 'no-data') return undefined;
  if (!submission) return t(`committee.cell.why.${duty.state === 'open' || duty.state === 'returned' || duty.state === 'missing' ? duty.state : 'other'}`);
  return t(figure ? 'committee.cell.why.empty' : 'committee.cell.why.absent');
}

/** The unit itself may see why it was judged so. */
export const cellPage = page({ name: 'complianceCell', path: '/cycles/:cycle/compliance/:quarter/:unit/:target', action: 'submission.read', scope: 'unit', params: cellPlace, show });
