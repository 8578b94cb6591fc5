import type { Account } from '../../domain/account.ts';
import type { Contact } from '../../domain/contact.ts';
import type { Reminder } from '../../domain/duty.ts';
import { planDutyId } from '../../domain/ids.ts';
import { addDays, atTime, dateOf } from '../../domain/plain-date.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { aCycle, aDuty, at, aUnit } from '../prisma/rows.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';

export const cycle = '2022-gl';
export const units = ['a', 'b', 'c'] as const;

export const anAccount = (id: string, unit: string, more: Partial<Account> = {}): Account => ({
  id, login: id, name: `Người ${id}`, email: `${id}@tinh.example`, unit, roles: ['agency'], passwordHash: 'h', mustChangePassword: false, lockedAt: null, createdAt: at, language: 'vi', optedOut: false, ...more,
});

export const aContact = (unit: string, part: Contact['part'], email?: string): Contact => ({ unit, part, name: `${part} ${unit}`, ...(email === undefined ? {} : { email }) });

export const aReminder = (unit: string, more: Partial<Reminder> = {}): Reminder => ({
  id: `r-${unit}-${more.rung ?? ''}-${more.to ?? 'unit'}`, cycle, duty: planDutyId(cycle, unit), unit, rung: 'plan/r1/2022-01-25/-5', to: 'unit', escalation: false, dueAt: at + 86_400_000, sentAt: at, ...more,
});

/** A year in drafting; unit `a` has a focal point, a leader and an account, `b` a focal point alone, `c` nobody. */
export async function aMailRecord(options: { readonly now?: () => number; readonly rehearsal?: boolean } = {}): Promise<TestRecord> {
  const record = await openTestRecord(options.now === undefined ? {} : { now: options.now });
  await record.write(async (tx) => {
    await tx.units.upsertMany([...units, 'tt'].map((code) => aUnit(code)));
    await tx.cycles.insert(aCycle(cycle, { rehearsal: options.rehearsal ?? false }));
    await tx.duties.insertMissing(units.map((unit) => aDuty(unit)));
    await tx.contacts.replaceOf('a', [aContact('a', 'focal', 'focal.a@tinh.example'), aContact('a', 'leader', 'leader.a@tinh.example')]);
    await tx.contacts.replaceOf('b', [aContact('b', 'focal', 'focal.b@tinh.example')]);
    await tx.accounts.insert(anAccount('an', 'a'));
    await tx.accounts.insert(anAccount('thu', 'tt', { roles: ['secretariat'] }));
  });
  return record;
}

/** A morning on which offices work, later than anything that a test has written. */
export async function aWorkingMorning(record: TestRecord): Promise<number> {
  return atTime(workingCalendar(await record.read.calendarDays.list()).nextWorkingDay(addDays(dateOf(Date.now()), 14)), '10:00');
}
