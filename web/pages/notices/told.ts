import { parseDirectiveId, parseDutyId } from '../../../domain/ids.ts';
import { parseMove } from '../../../domain/moved-due.ts';
import type { Notice, NoticeKind } from '../../../domain/notice.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';

/** Where a notice leads: the plan or report it is about, or the directive. */
export function placeOf({ kind, cycle, subject }: Pick<Notice, 'kind' | 'cycle' | 'subject'>): string {
  const of = parseDutyId(subject);
  if (of) return paths.duty(of);
  return kind === 'guidance' ? paths.cycle(cycle) : paths.directive(cycle, subject);
}

/** A notice in a sentence. */
export function wordsOf({ kind, subject, detail, due }: Notice, units: ReadonlyMap<string, Unit>, { t, language }: Pick<Visit, 't' | 'language'>): string {
  const of = parseDutyId(subject);
  const { day } = formats(language);
  const moved = parseMove(detail);
  const figures = {
    number: parseDirectiveId(subject)?.number ?? detail, due: day(due), before: day(moved?.before ?? null), unit: of ? units.get(of.unit)?.name ?? of.unit : '',
    what: of?.quarter ? t('notices.report', { quarter: t(`quarters.${of.quarter}`) }) : t('notices.plan'),
  };
  return t(wordingOf(kind, moved?.cause ?? detail), figures);
}

/** Kinds that say the same whatever their detail. */
const plain: readonly NoticeKind[] = ['directive', 'guidance'];
const wordingOf = (kind: NoticeKind, detail: string): string => (plain.includes(kind) ? `notices.${kind}` : `notices.${kind}.${detail}`);
