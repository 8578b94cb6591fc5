import type { Contact } from '../../domain/contact.ts';
import type { Repositories } from '../../domain/ports/record.ts';

/** Contacts of any unit, all of them read at once: for whoever asks about many. */
export async function contactsByUnit({ contacts }: Pick<Repositories, 'contacts'>): Promise<(unit: string) => readonly Contact[]> {
  const found = new Map<string, Contact[]>();
  for (const contact of await contacts.list()) {
    const ofUnit = found.get(contact.unit);
    if (ofUnit) ofUnit.push(contact);
    else found.set(contact.unit, [contact]);
  }
  return (unit) => found.get(unit) ?? [];
}
