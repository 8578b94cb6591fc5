import type { SavedMailText } from '../../domain/mail-texts.ts';
import type { MailTexts } from '../../domain/ports/mail-texts.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Language } from '../../domain/text.ts';
import type { MailText as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

const toText = (row: Row): SavedMailText => ({ ...row, language: row.language as Language, savedAt: toInstant(row.savedAt) });

export function createMailTexts({ db }: Context): MailTexts {
  return {
    async newest() {
      const rows = await db.mailText.findMany({ orderBy: { version: 'asc' } });
      return [...new Map(rows.map((row) => [`${row.key} ${row.language}`, toText(row)])).values()];
    },
    async historyOf(key) {
      return (await db.mailText.findMany({ where: { key }, orderBy: [{ version: 'desc' }, { language: 'desc' }] })).map(toText);
    },
    async insert(texts) {
      const written = await insertRows(db, 'MailText', texts.map((text) => ({ ...text, savedAt: fromInstant(text.savedAt) })), 'ignore');
      if (written < texts.length) throw new Refused('stale-version', { figures: { subject: `mail-text:${texts[0]?.key ?? ''}` } });
    },
  };
}
