import type { DraftFinding } from '../../../../api/use-cases/plan-draft-check.ts';
import { paths } from '../../../paths.ts';
import type { Language } from '../../../../domain/text.ts';
import type { Translate } from '../../../view/translate.ts';

/** A place of the format, `targets › threshold`, by the words of the form where it has some. */
const placeWords = (where: string, t: Translate): string => where.split(' › ').filter((step) => !t.has(`plans.parts.${step}`)).map((step) => (t.has(`plans.members.${step}`) ? t(`plans.members.${step}`, { number: '', quarter: '' }).trim() : step)).join(' › ');

/** Findings as pages list them: blocking first, each with the way to its place. */
export function findingsView(findings: readonly DraftFinding[], draft: string, t: Translate, language: Language) {
  const order = ['blocking', 'warning', 'note'];
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)).map(({ kind, severity, part, entry, row, where, message, fix, ground }) => ({
    severity, kind: t(`plans.check.kinds.${kind}`), where: [part ? t(`plans.parts.${part}`) : '', kind === 'format' ? placeWords(where, t) : where].filter(Boolean).join(': '), message: message[language], fix: fix[language], ground,
    href: part === undefined ? undefined : entry === undefined ? paths.draftPart(draft, part) : row === undefined ? paths.draftEntry(draft, part, entry) : paths.draftRow(draft, entry, row),
  }));
}

/** Findings of one rule that ask for the same: the first says it, the others are its places. */
export function findingGroups(found: ReturnType<typeof findingsView>) {
  const groups = new Map<string, (typeof found)[number][]>();
  for (const each of found) {
    const key = [each.severity, each.fix, each.ground].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map(([first, ...others]) => ({ ...first, others }));
}
