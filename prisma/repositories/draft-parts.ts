import { draftPartNames, type DraftPart } from '../../domain/draft-part.ts';
import type { DraftParts } from '../../domain/ports/duties.ts';
import type { DraftPart as Row } from '../generated/client.ts';
import { fromInstantOrNull, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';

function toPart({ part: name, ...row }: Row): readonly DraftPart[] {
  const part = draftPartNames.find((each) => each === name);
  return part ? [{ ...row, part, handedAt: toInstantOrNull(row.handedAt), finishedAt: toInstantOrNull(row.finishedAt) }] : [];
}

export function createDraftParts({ db }: Context): DraftParts {
  return {
    async listOf(duty) {
      return (await db.draftPart.findMany({ where: { duty }, orderBy: { part: 'asc' } })).flatMap(toPart);
    },
    async put({ duty, part, account, handedBy, handedAt, finishedBy, finishedAt }) {
      const data = { account, handedBy, handedAt: fromInstantOrNull(handedAt), finishedBy, finishedAt: fromInstantOrNull(finishedAt) };
      await db.draftPart.upsert({ where: { duty_part: { duty, part } }, create: { duty, part, ...data }, update: data, select: { part: true } });
    },
  };
}
