import type { RungTexts } from '../../domain/ports/rung-texts.ts';
import { Refused } from '../../domain/refusals.ts';
import type { RungText } from '../../domain/rung-texts.ts';
import type { RungText as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

const toText = ({ key, version, name, retired, subjectVi, bodyVi, subjectEn, bodyEn, savedAt, savedBy }: Row): RungText =>
  ({ key, version, name, isRetired: retired, words: { vi: { subject: subjectVi, body: bodyVi }, en: { subject: subjectEn, body: bodyEn } }, savedAt: toInstant(savedAt), savedBy });

const toRow = ({ key, version, name, isRetired, words: { vi, en }, savedAt, savedBy }: RungText): Row =>
  ({ key, version, name, retired: isRetired, subjectVi: vi.subject, bodyVi: vi.body, subjectEn: en.subject, bodyEn: en.body, savedAt: fromInstant(savedAt), savedBy });

export function createRungTexts({ db }: Context): RungTexts {
  return {
    async newest() {
      const rows = await db.rungText.findMany({ orderBy: { version: 'asc' } });
      return [...new Map(rows.map((row) => [row.key, toText(row)])).values()].toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
    },
    async historyOf(key) {
      return (await db.rungText.findMany({ where: { key }, orderBy: { version: 'desc' } })).map(toText);
    },
    async insert(text) {
      if ((await insertRows(db, 'RungText', [toRow(text)], 'ignore')) === 0) throw new Refused('stale-version', { figures: { subject: `rung-text:${text.key}` } });
    },
  };
}
