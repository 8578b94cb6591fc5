import { contactParts, type Contact, type ContactPart } from '../../domain/contact.ts';
import type { Contacts } from '../../domain/ports/registers.ts';
import type { Contact as Row } from '../generated/client.ts';
import { present } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

export const toContact = ({ language, optedOut, ...row }: Row): Contact => ({ ...present(row), part: row.part as ContactPart, ...(language === 'en' ? { language } : {}), ...(optedOut ? { optedOut } : {}) });
const toRow = ({ unit, part, name, email, phone, language, optedOut }: Contact): Row => ({ unit, part, name, email: email ?? null, phone: phone ?? null, language: language ?? 'vi', optedOut: optedOut ?? false });

export function createContacts({ db }: Context): Contacts {
  return {
    async list() {
      return (await db.contact.findMany({ orderBy: { unit: 'asc' } })).map(toContact);
    },
    async listOf(unit) {
      const rows = (await db.contact.findMany({ where: { unit } })).map(toContact);
      return rows.sort((a, b) => contactParts.indexOf(a.part) - contactParts.indexOf(b.part));
    },
    async replaceOf(unit, contacts) {
      await db.contact.deleteMany({ where: { unit } });
      await insertRows(db, 'Contact', contacts.map(toRow));
    },
  };
}
