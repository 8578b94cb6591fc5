import { z } from 'zod';
import { aspect as aspectShape, hash, planPlace } from '../../../api/contracts/common.ts';
import { giveOpinion } from '../../../api/use-cases/appraisal.ts';
import { aspectsOf } from '../../../domain/cycle.ts';
import { opinionAnswers } from '../../../domain/duty.ts';
import { isDong, parseMoney } from '../../../domain/money.ts';
import { Refused } from '../../../domain/refusals.ts';
import { firstStep, one, type Fields } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { crumbsOf } from '../duty/here.ts';
import { judgedModel, linesOf, readJudged, sumOf } from './judged.ts';

type Params = z.output<typeof params>;
const params = z.strictObject({ ...planPlace.shape, aspect: aspectShape });
const path = '/cycles/:cycle/plans/:unit/opinions/:aspect';

/** Agreed amounts are typed in million đồng, the unit of the plans' own budget tables. */
const million = { writtenIn: 'vi', unit: 'triệu đồng' } as const;

const line = z.object({ line: z.string(), asked: z.int().min(0), agreed: z.int({ error: 'amount' }).min(0), reason: z.string().trim().min(1).max(2000).exactOptional() });
const form = z.object({ answer: z.enum(opinionAnswers), reason: z.string().trim().min(1).max(4000), contentHash: hash, lines: z.array(line).max(1000) });

function read(fields: Fields): unknown {
  const ids = Object.keys(fields).flatMap((name) => (name.startsWith('agreed.') ? [name.slice('agreed.'.length)] : []));
  const lines = ids.map((id) => {
    const typed = parseMoney(one(fields, `agreed.${id}`), million);
    const why = one(fields, `reason.${id}`);
    return { line: id, asked: Number(one(fields, `asked.${id}`)), agreed: 'value' in typed && isDong(typed.value) ? typed.value : undefined, ...(why === '' ? {} : { reason: why }) };
  });
  return { answer: one(fields, 'answer'), reason: one(fields, 'reason'), contentHash: one(fields, 'contentHash'), lines };
}

async function show(visit: Visit<Params>): Promise<View> {
  const { t, params: at, caller } = visit;
  const judged = await readJudged(visit);
  const { here, submission, content } = judged;
  if (!aspectsOf(here.cycle.settings.roles, caller.actor.unit).includes(at.aspect)) throw new Refused('not-found', { figures: { subject: at.aspect } });
  const opinion = here.view.opinions.find(({ aspect, round }) => aspect === at.aspect && round === here.view.duty.round);
  const lines = linesOf(content, at.aspect);
  const title = t('appraisal.opinion.title', { aspect: t(`aspects.${at.aspect}`) });
  return {
    template: 'appraisal/opinion.njk', title, lead: t(opinion?.answer ? 'appraisal.opinion.given' : 'appraisal.opinion.lead', { unit: here.unitName, date: formats(visit.language).day(opinion?.due ?? here.view.duty.due) }), help: 'appraisal.opinion.help', cycle: here.cycle, wide: true,
    crumbs: crumbsOf(here, visit, { text: title }),
    model: {
      ...(await judgedModel(visit, judged)), aspect: at.aspect, opinion, isOpen: opinion !== undefined && opinion.answer === null, answers: opinionAnswers, hash: submission.hash,
      lines, sumAsked: sumOf(lines.map(({ total }) => total)), others: here.view.opinions.filter(({ aspect, answer }) => aspect !== at.aspect && answer !== null), action: paths.opinion(at, at.aspect),
    },
  };
}

export const opinionPage = page({ name: 'opinion', path, action: 'plan.giveOpinion', scope: 'part', params, show });

export const giveOpinionAct = act({
  name: 'giveOpinion', path, action: 'plan.giveOpinion', scope: 'part', params, form, read, once: true,
  run: ({ desk, caller, params: { aspect, ...place } }, given) => giveOpinion(desk, caller, { place, aspect, ...given }),
  then: (_, { params: at, t }) => ({ to: paths.duty(at), notice: 'appraisal.opinion.done', figures: { aspect: t(`aspects.${at.aspect}`) } }),
  again: show,
  // `/lines/2/agreed` is named by its place; the form names lines by their id, so the summary leads to the table.
  fieldOf: (pointer) => (pointer.startsWith('/lines') ? 'lines' : firstStep(pointer)),
});
