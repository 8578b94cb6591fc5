import type { Opinion, OpinionAnswer } from '../../domain/duty.ts';
import type { Aspect } from '../../domain/plan.ts';
import type { Opinions } from '../../domain/ports/duties.ts';
import type { DutyState } from '../../domain/stages.ts';
import type { Opinion as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { anyList, readJson } from './json.ts';

function toOpinion(row: Row): Opinion {
  return { ...row, aspect: row.aspect as Aspect, answer: row.answer as OpinionAnswer | null, lines: readJson(row.lines, anyList, `Opinion ${row.id} lines`), givenAt: toInstantOrNull(row.givenAt) };
}

function toRow(opinion: Opinion): Row {
  return { ...opinion, lines: JSON.stringify(opinion.lines), givenAt: fromInstantOrNull(opinion.givenAt) };
}

export function createOpinions({ db }: Context): Opinions {
  return {
    async find(id) {
      const row = await db.opinion.findFirst({ where: { id } });
      return row ? toOpinion(row) : undefined;
    },
    async listOf(duty, round) {
      return (await db.opinion.findMany({ where: { duty, ...(round === undefined ? {} : { round }) }, orderBy: [{ round: 'asc' }, { aspect: 'asc' }] })).map(toOpinion);
    },
    async listOpen(cycle, appraiser) {
      const ofDuty = { cycle, state: 'appraisal' satisfies DutyState };
      const rows = await db.opinion.findMany({
        where: { answer: null, ...(appraiser === undefined ? {} : { appraiser }), ofDuty },
        include: { ofDuty: { select: { round: true } } },
        orderBy: [{ due: 'asc' }, { id: 'asc' }],
      });
      // What an earlier round left unanswered is no longer asked.
      return rows.filter((row) => row.round === row.ofDuty.round).map(({ ofDuty: _, ...row }) => toOpinion(row));
    },
    insertMissing: (opinions) => insertRows(db, 'Opinion', opinions.map(toRow), 'ignore'),
    async answer(id, { lines, givenAt, ...given }) {
      return (await db.opinion.updateMany({ where: { id, answer: null }, data: { ...given, lines: JSON.stringify(lines), givenAt: fromInstant(givenAt) } })).count > 0;
    },
  };
}
