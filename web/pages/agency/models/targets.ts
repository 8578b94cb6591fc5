import { formatPercent, ratioOf } from '../../../../domain/ratio.ts';
import type { Visit } from '../../../http/page.ts';
import type { DraftHere } from '../draft-here.ts';
import { barsOf, figureInWords } from './bars.ts';

/** Targets one after the other: what is asked, what was said before, and the fields for what is said now. */
export function targetsModel({ t, language }: Visit, { content, background }: DraftHere) {
  const targets = new Map(background.plan.targets.map((target) => [target.id, target]));
  const before = new Map((background.previousReport?.targets ?? []).map((figure) => [figure.target, figure]));
  const promised = new Map((background.approvedPlan?.targets ?? []).map(({ target, value }) => [target, value]));
  const rows = content.targets.flatMap((entry) => {
    const target = targets.get(entry.target);
    if (!target) return [];
    const ratio = 'numerator' in entry ? ratioOf(entry.numerator, entry.denominator) : undefined;
    const commitment = promised.get(entry.target);
    return [{
      id: entry.target, field: `targets.${entry.target}`, name: language === 'en' ? target.nameEn ?? target.name : target.name, quote: target.quote, clause: target.clause, measure: target.measure, unit: target.unit,
      numerator: target.numerator, denominator: target.denominator, ...barsOf(target, background, language, t),
      last: figureInWords(before.get(entry.target), target, language, t),
      promised: typeof commitment === 'number' ? barsOfCommitment(commitment, target.unit, language) : undefined,
      ratio: ratio && formatPercent(ratio, language, target.threshold), isOpen: Boolean(entry.notApplicable || entry.comment || ('evidence' in entry && entry.evidence?.length)),
    }];
  });
  return { rows, isReport: content.kind === 'report' };
}

const barsOfCommitment = (value: number, unit: string, language: 'vi' | 'en'): string => `${String(value).replace('.', language === 'vi' ? ',' : '.')}${unit === '%' ? '%' : ` ${unit}`}`;
