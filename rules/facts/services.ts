import type { ReportContent, TargetFigure } from '../../domain/submission.ts';
import type { FactContext } from './context.ts';
import { number } from './define.ts';
import { family } from './family.ts';

/** Codes of the targets about online public services; a code means the same in every plan. */
const codes = { used: 'services-used', online: 'files-online' } as const;

/** The unit's figure for the target of a code. */
function figureOf(code: string, { targets }: ReportContent, { bound }: FactContext): TargetFigure | undefined {
  const ids = bound.filter((target) => target.code === code).map(({ id }) => id);
  return ids.length === 1 ? targets.find(({ target }) => target === ids[0]) : undefined;
}

/** Services that had records, and records that came online: two targets about the same thing. */
export const serviceFacts = family<ReportContent>({
  scope: 'document',
  stages: ['report'],
  facts: {
    'services.used': number('số dịch vụ công trực tuyến có phát sinh hồ sơ', 'the online services that had records', ['content/targets'], (content, context) => figureOf(codes.used, content, context)?.numerator),
    'services.records': number('số hồ sơ trực tuyến', 'the records handled online', ['content/targets'], (content, context) => figureOf(codes.online, content, context)?.numerator),
  },
});
