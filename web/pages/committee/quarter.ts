import { z } from 'zod';
import { formulaText } from '../../../domain/compliance/formula.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import type { Quarter } from '../../../domain/plan.ts';
import { standings } from '../../../domain/verdict.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { pageAsked, pageOf } from '../../view/pager.ts';
import { countWords } from './figure.ts';
import { frozenReport } from './frozen-report.ts';
import { ofQuarter, settingOf, type Setting } from './place.ts';

const query = z.object({ page: pageAsked });

/** Units of the ranking on one page, below the table of targets; the paper has all of them. */
const perPage = 50;

type Asked = Visit<z.output<typeof ofQuarter>>;

/** What the pages of a quarter's report have in common; alone, it says that the report is not frozen yet. */
export function notYetFrozen({ t, params }: Asked, { cycle, crumbs }: Setting): View & { readonly crumbs: Setting['crumbs'] } {
  const quarter = t(`committee.quarter.${params.quarter}`);
  return {
    template: 'committee/quarter.njk', title: t('committee.frozen.title', { quarter: t(`quarters.${params.quarter}`), year: cycle.year }), cycle, crumbs: [...crumbs, { text: t('committee.quarters.title'), href: paths.quarters(cycle.id) }], wide: true,
    lead: t('committee.frozen.notYet', { quarter }), model: { live: liveOf(cycle.id, params.quarter) },
  };
}

const liveOf = (cycle: string, quarter: Quarter): string => paths.compliance(cycle, { quarter });

/** The report of a closed round as it was presented; what was corrected later stands beside it and changes nothing in it. */
async function show(visit: Visit<z.output<typeof ofQuarter>, z.output<typeof query>>): Promise<View> {
  const { caller, t, language, params } = visit;
  const setting = await settingOf(visit, params.cycle);
  const { cycle } = setting;
  const frozen = await frozenReport(visit, setting, params.quarter);
  if (!frozen) return notYetFrozen(visit, setting);
  const { totals } = frozen.report;
  const format = formats(language);
  return {
    ...notYetFrozen(visit, setting),
    lead: t('committee.frozen.lead', { date: format.date(dateOf(frozen.frozenAt)), reported: totals.units - totals.missing, units: totals.units, ...countWords(totals.counts, format) }),
    model: {
      ...frozen, ranked: pageOf(frozen.ranking, { asked: visit.query.page, perPage, href: (number) => `${paths.quarter(cycle.id, params.quarter, { page: number })}#ranking` }), totals, standings, live: liveOf(cycle.id, params.quarter), paper: paths.paper(cycle.id, params.quarter), formula: formulaText[language],
      decide: isAllowed(caller.actor, 'directive.write') ? paths.newDirective(cycle.id, { quarter: params.quarter }) : undefined,
    },
  };
}

export const quarterPage = page({ name: 'frozenQuarter', path: '/cycles/:cycle/quarters/:quarter', action: 'compliance.read', params: ofQuarter, query, show });
