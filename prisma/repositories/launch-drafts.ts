import { defaultAllowances, defaultQuietHours, wholeLadder } from '../../domain/cycle.ts';
import type { LaunchDraft, LaunchDraftContent, LaunchDraftState } from '../../domain/launch-draft.ts';
import type { LaunchDraftChanges, LaunchDrafts } from '../../domain/ports/launch-drafts.ts';
import type { LaunchDraft as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { anyObject, readJson } from './json.ts';

/** What drafts lack that were begun before there was such a choice. */
const asUsual = { allowances: defaultAllowances, files: [], quietHours: defaultQuietHours, rehearsal: null } as const satisfies Partial<LaunchDraftContent>;

function toDraft(row: Row): LaunchDraft {
  const content = readJson<LaunchDraftContent>(row.content, anyObject, `LaunchDraft ${row.id} content`);
  return { ...row, state: row.state as LaunchDraftState, content: { ...asUsual, ...content, ladder: wholeLadder(content.ladder) }, createdAt: toInstant(row.createdAt), savedAt: toInstant(row.savedAt) };
}

function toRow(draft: LaunchDraft): Row {
  return { ...draft, content: JSON.stringify(draft.content), createdAt: fromInstant(draft.createdAt), savedAt: fromInstant(draft.savedAt) };
}

function toData({ content, savedAt, ...changes }: LaunchDraftChanges): Partial<Row> {
  return { ...changes, savedAt: fromInstant(savedAt), ...(content === undefined ? {} : { content: JSON.stringify(content) }) };
}

export function createLaunchDrafts({ db }: Context): LaunchDrafts {
  return {
    async find(id) {
      const row = await db.launchDraft.findFirst({ where: { id } });
      return row ? toDraft(row) : undefined;
    },
    async listOpen() {
      return (await db.launchDraft.findMany({ where: { state: { in: ['draft', 'waiting'] } }, orderBy: { savedAt: 'desc' } })).map(toDraft);
    },
    async insert(draft) {
      await insertRows(db, 'LaunchDraft', [toRow(draft)]);
    },
    async claim(id, version, changes) {
      const [row] = await db.launchDraft.updateManyAndReturn({ where: { id, version }, data: { ...toData(changes), version: version + 1 } });
      return row ? toDraft(row) : undefined;
    },
  };
}
