import type { Decision, DecisionKind } from '../../domain/duty.ts';
import { parseDutyId } from '../../domain/ids.ts';
import { noticeOfDecision } from '../../domain/notice.ts';
import type { Decisions } from '../../domain/ports/duties.ts';
import type { Decision as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertDeliveries } from './delivery-rows.ts';
import { insertRows } from './insert.ts';
import { anyList, readJson } from './json.ts';
import { insertNotices } from './notices.ts';

function toDecision(row: Row): Decision {
  return { ...row, kind: row.kind as DecisionKind, pinned: readJson(row.pinned, anyList, `Decision ${row.id} pinned`), decidedAt: toInstant(row.decidedAt) };
}

function toRow(decision: Decision): Row {
  return { ...decision, pinned: JSON.stringify(decision.pinned), decidedAt: fromInstant(decision.decidedAt) };
}

export function createDecisions(context: Context): Decisions {
  const { db } = context;
  return {
    async listOf(duty) {
      return (await db.decision.findMany({ where: { duty }, orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] })).map(toDecision);
    },
    async listOfCycle(cycle) {
      const rows = await db.decision.findMany({ where: { ofDuty: { cycle } }, include: { ofDuty: { select: { unit: true } } }, orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] });
      return rows.map(({ ofDuty, ...row }) => ({ ...toDecision(row), unit: ofDuty.unit }));
    },
    async insert(decision) {
      await insertRows(db, 'Decision', [toRow(decision)]);
      const notice = noticeOfDecision(decision);
      await insertNotices(db, [notice]);
      await insertDeliveries(context, [{ notice, unit: parseDutyId(decision.duty)?.unit ?? '', rung: decision.id }]);
    },
  };
}
