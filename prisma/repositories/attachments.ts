import type { Attachment, FileKind } from '../../domain/attachment.ts';
import type { Attachments } from '../../domain/ports/attachments.ts';
import type { Attachment as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

const toAttachment = (row: Row): Attachment => ({ ...row, kind: row.kind as FileKind, uploadedAt: toInstant(row.uploadedAt), removedAt: toInstantOrNull(row.removedAt) });
const oldestFirst = [{ uploadedAt: 'asc' }, { id: 'asc' }] as const;

export function createAttachments({ db }: Context): Attachments {
  return {
    async find(id) {
      const row = await db.attachment.findFirst({ where: { id } });
      return row ? toAttachment(row) : undefined;
    },
    async listOf(duty) {
      return (await db.attachment.findMany({ where: { duty }, orderBy: [...oldestFirst] })).map(toAttachment);
    },
    async listGuidance(cycle) {
      return (await db.attachment.findMany({ where: { cycle, duty: null, removedAt: null }, orderBy: [...oldestFirst] })).map(toAttachment);
    },
    async put(attachment) {
      await insertRows(db, 'Attachment', [{ ...attachment, uploadedAt: fromInstant(attachment.uploadedAt), removedAt: fromInstantOrNull(attachment.removedAt) }], { replace: 'id' });
    },
    async retire(id, at) {
      await db.attachment.updateMany({ where: { id }, data: { removedAt: fromInstant(at) } });
    },
    async remove(id) {
      await db.attachment.deleteMany({ where: { id } });
    },
    async isReferred(hash) {
      const [attached, prepared] = await Promise.all([
        db.attachment.findFirst({ where: { hash }, select: { id: true } }), db.launchDraft.findFirst({ where: { state: { in: ['draft', 'waiting'] }, content: { contains: hash } }, select: { id: true } }),
      ]);
      return attached !== null || prepared !== null;
    },
  };
}
