import type { Submission } from '../../domain/duty.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { Submissions } from '../../domain/ports/duties.ts';
import type { SubmissionKind } from '../../domain/submission.ts';
import { Prisma, type Submission as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { contentOutline, readJson, textList, verdictOutline } from './json.ts';
import { findRow } from './one-row.ts';

function toSubmission(row: Row): Submission {
  return {
    ...row,
    kind: row.kind as SubmissionKind,
    quarter: row.quarter as Quarter | null,
    content: readJson(row.content, contentOutline, `Submission ${row.id} content`),
    changes: readJson(row.changes, textList, `Submission ${row.id} changes`),
    submittedAt: toInstant(row.submittedAt),
    verdict: readJson(row.verdict, verdictOutline, `Submission ${row.id} verdict`),
  };
}

function toRow(submission: Submission): Row {
  const { content, changes, submittedAt, verdict, ...rest } = submission;
  return { ...rest, content: JSON.stringify(content), changes: JSON.stringify(changes), submittedAt: fromInstant(submittedAt), verdict: JSON.stringify(verdict) };
}

export function createSubmissions({ db }: Context): Submissions {
  return {
    async find(id) {
      const row = await findRow<Row>(db, 'Submission', { id });
      return row ? toSubmission(row) : undefined;
    },
    async listOf(duty) {
      return (await db.submission.findMany({ where: { duty }, orderBy: { number: 'asc' } })).map(toSubmission);
    },
    async latestOf(duty) {
      const [row] = await db.$queryRaw<Row[]>`SELECT * FROM "Submission" WHERE "duty" = ${duty} ORDER BY "number" DESC LIMIT 1`;
      return row ? toSubmission(row) : undefined;
    },
    async latestOfMany(duties) {
      if (duties.length === 0) return new Map();
      const rows = await db.$queryRaw<Row[]>`
        SELECT s.* FROM "Submission" s
        WHERE s."duty" IN (${Prisma.join([...duties])})
          AND s."number" = (SELECT MAX(l."number") FROM "Submission" l WHERE l."duty" = s."duty")`;
      return new Map(rows.map((row) => [row.duty, toSubmission(row)]));
    },
    async insert(submission) {
      await insertRows(db, 'Submission', [toRow(submission)]);
    },
  };
}
