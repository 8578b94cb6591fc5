import type { RuleInput, RuleResult } from '../../../domain/verdict.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';

/** What a check found, in the reader's words: for the pages that show a verdict. */
export interface ResultWords {
  /** The rule by its title, where it can be read, and its id with its version as the source. */
  readonly rule: string;
  readonly ruleHref: string | undefined;
  readonly source: string;
  readonly outcome: RuleResult['outcome'];
  readonly severity: RuleResult['severity'];
  readonly message: string;
  readonly fix: string | undefined;
  readonly formula: string | undefined;
  readonly threshold: string | undefined;
  readonly gap: string | undefined;
  readonly clause: string | undefined;
  readonly quote: string | undefined;
  readonly ground: string | undefined;
  readonly waiver: RuleResult['waiver'];
  readonly inputs: readonly { readonly label: string; readonly value: string; readonly source: string }[];
}

export function resultWords(result: RuleResult, { t, language, kit }: Pick<Visit, 't' | 'language' | 'kit'>, unit = ''): ResultWords {
  const listed = kit.rules().find(({ id }) => id === result.rule);
  const format = formats(language);
  const measured = (value: number | undefined): string | undefined => (value === undefined ? undefined : unit === '%' ? format.percent(value) : `${format.number(value)} ${unit}`.trim());
  const valueOf = ({ value }: RuleInput): string => {
    if (value === null) return t('committee.cell.noValue');
    if (typeof value === 'boolean') return t(value ? 'committee.yes' : 'committee.no');
    return typeof value === 'number' ? format.number(value) : value;
  };
  return {
    rule: listed?.title[language] ?? generatedTitle(result.rule, t), ruleHref: listed && paths.rule(listed.id), source: t('committee.cell.ruleSource', { rule: result.rule, version: result.ruleVersion }), outcome: result.outcome, severity: result.severity, message: result.message[language], fix: result.fix?.[language], formula: result.formula?.[language],
    threshold: measured(result.threshold), gap: result.gap === 0 ? undefined : measured(result.gap), clause: result.clause, quote: result.quote, ground: result.ground, waiver: result.waiver,
    inputs: result.inputs.map((input) => ({ label: input.label[language], value: valueOf(input), source: sourceOf(input.source, t) })),
  };
}

/** Rules made of the plan's targets stand in no list; one that is known no longer keeps its id. */
const generatedTitle = (rule: string, t: Visit['t']): string => (t.has(`committee.cell.generated.${rule}`) ? t(`committee.cell.generated.${rule}`) : rule);

/** Where an input was read: a pointer is a place of the submission, a prefix names another document. */
function sourceOf(source: string, t: Visit['t']): string {
  const at = source.startsWith('/') ? 0 : source.indexOf(':') + 1;
  const document = at === 0 ? 'submission' : source.slice(0, at - 1);
  if (!t.has(`committee.cell.source.${document}`)) return source;
  const [, part = '', row = ''] = source.slice(at).split('/');
  const name = t(`committee.cell.source.${document}`);
  if (!t.has(`committee.part.${part}`)) return name;
  return /^\d+$/.test(row) ? t('committee.cell.sourceRow', { name, part: t(`committee.part.${part}`), row: Number(row) + 1 }) : `${name}, ${t(`committee.part.${part}`)}`;
}
