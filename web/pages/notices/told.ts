import { parseDutyId } from '../../../domain/ids.ts';
import type { Notice } from '../../../domain/notice.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';

/** Where a notice leads: the plan or report it is about, or the directive. */
export function placeOf({ kind, cycle, subject }: Pick<Notice, 'kind' | 'cycle' | 'subject'>): string {
  if (kind === 'directive') return paths.directive(cycle, subject);
  const of = parseDutyId(subject);
  return of ? paths.duty(of) : paths.cycle(cycle);
}

/** A notice in a sentence. */
export function wordsOf({ kind, subject, detail, due }: Notice, units: ReadonlyMap<string, Unit>, { t, language }: Pick<Visit, 't' | 'language'>): string {
  const of = parseDutyId(subject);
  const figures = {
    number: detail, due: formats(language).day(due), unit: of ? units.get(of.unit)?.name ?? of.unit : '',
    what: of?.quarter ? t('notices.report', { quarter: t(`quarters.${of.quarter}`) }) : t('notices.plan'),
  };
  return t(kind === 'directive' ? 'notices.directive' : `notices.${kind}.${detail}`, figures);
}
