import type { Directive, DirectiveNoteKind, DirectiveState } from '../../domain/directive.ts';
import type { Quarter } from '../../domain/plan.ts';
import { noticeOfDirective } from '../../domain/notice.ts';
import type { Directives } from '../../domain/ports/directives.ts';
import type { Directive as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertDeliveries } from './delivery-rows.ts';
import { insertRows } from './insert.ts';
import { insertNotices } from './notices.ts';

const toDirective = (row: Row): Directive => ({ ...row, quarter: row.quarter as Quarter | null, state: row.state as DirectiveState, decidedAt: toInstant(row.decidedAt), doneAt: toInstantOrNull(row.doneAt) });

export function createDirectives(context: Context): Directives {
  const { db } = context;
  return {
    async find(id) {
      const row = await db.directive.findFirst({ where: { id } });
      return row ? toDirective(row) : undefined;
    },
    async list(cycle, unit) {
      return (await db.directive.findMany({ where: { cycle, ...(unit === undefined ? {} : { unit }) }, orderBy: [{ due: 'asc' }, { number: 'asc' }] })).map(toDirective);
    },
    async nextNumber(cycle) {
      return ((await db.directive.aggregate({ where: { cycle }, _max: { number: true } }))._max.number ?? 0) + 1;
    },
    async insert(directive) {
      await insertRows(db, 'Directive', [{ ...directive, decidedAt: fromInstant(directive.decidedAt), doneAt: fromInstantOrNull(directive.doneAt) }]);
      const notice = noticeOfDirective(directive);
      await insertNotices(db, [notice]);
      await insertDeliveries(context, [{ notice, unit: directive.unit, rung: directive.id }]);
    },
    async claim(id, version, { doneAt, ...changes }) {
      const { count } = await db.directive.updateMany({ where: { id, version }, data: { ...changes, ...(doneAt === undefined ? {} : { doneAt: fromInstantOrNull(doneAt) }), version: version + 1 } });
      const row = count > 0 ? await db.directive.findFirst({ where: { id } }) : null;
      return row ? toDirective(row) : undefined;
    },
    async note(note) {
      await insertRows(db, 'DirectiveNote', [{ ...note, at: fromInstant(note.at) }]);
    },
    async notesOf(directive) {
      const rows = await db.directiveNote.findMany({ where: { directive }, orderBy: { id: 'asc' } });
      return rows.map(({ id: _, ...row }) => ({ ...row, kind: row.kind as DirectiveNoteKind, at: toInstant(row.at) }));
    },
  };
}
