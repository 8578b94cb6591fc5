import { z } from 'zod';
import { severities } from '../../../domain/verdict.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { searchKey } from '../../../domain/search-key.ts';
import { page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { csvFile } from '../../view/csv.ts';
import { choice } from '../../view/fields.ts';
import { crumbsTo } from './crumbs.ts';

const stages = ['plan', 'report'] as const;
const query = z.object({ q: z.string().max(100).optional().catch(undefined), family: z.string().max(40).optional().catch(undefined), severity: z.enum(severities).optional().catch(undefined), stage: z.enum(stages).optional().catch(undefined) });
type Query = z.output<typeof query>;

function chosen({ kit, query: { q = '', family, severity, stage } }: Visit<unknown, Query>) {
  const wanted = searchKey(q);
  return kit.rules().filter((rule) => (family === undefined || rule.family === family) && (severity === undefined || rule.severity === severity) && (stage === undefined || rule.stage.includes(stage))
    && searchKey(`${rule.id} ${rule.title.vi} ${rule.title.en}`).includes(wanted));
}

async function show(visit: Visit<unknown, Query>): Promise<View> {
  const { desk, kit, t, language, query: wanted } = visit;
  const today = dateOf(desk.now());
  const rules = chosen(visit);
  const families = [...new Set(kit.rules().map(({ family }) => family))];
  const any = t('registers.any');
  return {
    template: 'registers/rules.njk', title: t('registers.rules.title'), wide: true, help: 'registers.rules.help', crumbs: crumbsTo(t, 'rules'), lead: t('registers.rules.lead', { count: rules.length, blocking: rules.filter(({ severity }) => severity === 'blocking').length }),
    model: {
      query: wanted, csvLink: paths.rulesCsv(wanted),
      choices: [
        { name: 'family', label: t('registers.rules.family'), options: choice(families, (family) => t(`registers.rules.families.${family}`), any) }, { name: 'severity', label: t('registers.rules.severity'), options: choice(severities, (severity) => t(`registers.rules.severities.${severity}`), any) },
        { name: 'stage', label: t('registers.rules.stage'), options: choice(stages, (stage) => t(`registers.rules.stages.${stage}`), any) },
      ],
      rows: rules.map((rule) => ({
        id: rule.id, title: rule.title[language], href: paths.rule(rule.id), severity: rule.severity, family: t(`registers.rules.families.${rule.family}`), stages: rule.stage.map((stage) => t(`registers.rules.stages.${stage}`)).join(', '),
        version: rule.version, from: rule.effectiveFrom, to: rule.effectiveTo, isOff: today < rule.effectiveFrom || (rule.effectiveTo !== undefined && rule.effectiveTo < today),
      })),
    },
  };
}

async function download(visit: Visit<unknown, Query>): Promise<Download> {
  const { t, language } = visit;
  return csvFile(t('registers.rules.file'), [
    ['id', 'title', 'severity', 'family', 'stage', 'version', 'from', 'to'].map((column) => t(`registers.rules.columns.${column}`)),
    ...chosen(visit).map((rule) => [rule.id, rule.title[language], t(`registers.rules.severities.${rule.severity}`), t(`registers.rules.families.${rule.family}`), rule.stage.map((stage) => t(`registers.rules.stages.${stage}`)).join(', '), rule.version, rule.effectiveFrom, rule.effectiveTo]),
  ]);
}

export const rulesPage = page({ name: 'rules', path: '/registers/rules', action: 'rule.list', query, show });
export const rulesCsv = page({ name: 'rulesCsv', path: '/registers/rules.csv', action: 'rule.list', query, show: download });
