import { z } from 'zod';
import { listRuleWaivers } from '../../../api/use-cases/rule-waivers.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { Refused } from '../../../domain/refusals.ts';
import { languages } from '../../../domain/text.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { crumbsTo } from './crumbs.ts';

async function show({ desk, kit, caller, params: { id }, t, language }: Visit<{ id: string }>): Promise<View> {
  const rule = kit.rules().find((each) => each.id === id);
  if (!rule) throw new Refused('not-found', { figures: { subject: id } });
  const today = dateOf(desk.now());
  const isBeta = rule.betaUntil !== undefined && today <= rule.betaUntil;
  return {
    template: 'registers/rule.njk', title: rule.title[language], crumbs: crumbsTo(t, 'rules', { text: rule.title[language] }), lead: t(`registers.rule.lead.${isBeta && rule.severity === 'blocking' ? 'beta' : rule.severity}`),
    model: {
      rule, isBeta, family: t(`registers.rules.families.${rule.family}`), severity: t(`registers.rules.severities.${rule.severity}`), stages: rule.stage.map((stage) => t(`registers.rules.stages.${stage}`)).join(', '),
      // The reader's language first.
      words: [language, ...languages.filter((each) => each !== language)].map((each) => ({ language: each, heading: t(`registers.rule.in.${each}`), title: rule.title[each], asks: rule.asks[each], message: rule.message[each], fix: rule.fix[each] })),
      waivers: (await listRuleWaivers(desk, caller, id)).map((waiver) => ({ ...waiver, href: paths.waivers(waiver.cycle.id) })),
    },
  };
}

export const rulePage = page({ name: 'rule', path: '/registers/rules/:id', action: 'rule.list', params: z.object({ id: z.string().max(120) }), show });
