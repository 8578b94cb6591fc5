import type { DraftFinding } from '../../../../api/use-cases/plan-draft-check.ts';
import { paths } from '../../../paths.ts';
import type { Language } from '../../../../domain/text.ts';
import type { Translate } from '../../../view/translate.ts';

/** Findings as pages list them: blocking first, each with the way to its place. */
export function findingsView(findings: readonly DraftFinding[], draft: string, t: Translate, language: Language) {
  const order = ['blocking', 'warning', 'note'];
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)).map(({ kind, severity, part, entry, row, where, message, fix, ground }) => ({
    severity, kind: t(`plans.check.kinds.${kind}`), where: [part ? t(`plans.parts.${part}`) : '', where].filter(Boolean).join(': '), message: message[language], fix: fix[language], ground,
    href: part === undefined ? undefined : entry === undefined ? paths.draftPart(draft, part) : row === undefined ? paths.draftEntry(draft, part, entry) : paths.draftRow(draft, entry, row),
  }));
}
