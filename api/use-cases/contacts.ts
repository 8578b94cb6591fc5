import { contactParts, type Contact } from '../../domain/contact.ts';
import { isAllowed } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { addressChanged } from './bounces.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { unitSubject } from './unit-register.ts';

/** Whom to reach at a unit. */
export async function readContacts(desk: Desk, unit: string): Promise<readonly Contact[]> {
  if (!(await desk.registers.units()).has(unit)) throw new Refused('not-found', { figures: { subject: unit } });
  return desk.record.read.contacts.listOf(unit);
}

/** Writes all contacts of a unit. The audit row says which parts are filled, not who fills them. */
export async function saveContacts(desk: Desk, caller: Caller, unit: string, contacts: readonly Omit<Contact, 'unit'>[]): Promise<readonly Contact[]> {
  if (!isAllowed(caller.actor, 'contact.write', { unit })) throw new Refused('forbidden', { figures: { action: 'contact.write' } });
  if (!(await desk.registers.units()).has(unit)) throw new Refused('not-found', { figures: { subject: unit } });
  const twice = contacts.flatMap(({ part }, index) => (contacts.findIndex((each) => each.part === part) === index ? [] : [{ pointer: `/contacts/${index}/part`, code: 'twice', value: part }]));
  if (twice.length > 0) throw new Refused('invalid-input', { errors: twice });
  const all = contacts.map((contact): Contact => ({ ...contact, unit }));
  return commit(desk, caller, async (tx) => {
    const before = await tx.contacts.listOf(unit);
    await tx.contacts.replaceOf(unit, all);
    const emailIn = (list: readonly Contact[], part: Contact['part']): string | undefined => list.find((each) => each.part === part)?.email;
    await addressChanged(tx, contactParts.map((part) => ({ person: `contact:${unit}/${part}`, before: emailIn(before, part), after: emailIn(all, part) })));
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act: 'saveContacts', cycle: null, unit, subject: `${unitSubject(unit)}/contacts`, outcome: 'done', details: { parts: all.map(({ part }) => part) } }]);
    return all;
  });
}
