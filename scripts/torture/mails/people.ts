import { makeAccount } from '../../../api/use-cases/accounts.ts';
import type { RungAudience } from '../../../domain/cycle.ts';
import type { RecordStore } from '../../../domain/ports/record.ts';

export interface Login {
  readonly login: string;
  readonly password: string;
}

export interface MailPeople {
  /** Addresses that a rung about a unit must reach. */
  readonly addressesOf: (to: RungAudience, unit: string) => readonly string[];
  /** Of units. */
  readonly addresses: readonly string[];
  readonly administrator: Login;
}

const focal = (unit: string): string => `dau-moi@${unit}.tinh.example`;
const leader = (unit: string): string => `lanh-dao@${unit}.tinh.example`;

/** Everybody with an address: each unit's focal point, which is also its account's, and its leader; whoever holds a desk. */
export async function engageReaders(record: RecordStore, units: readonly string[]): Promise<MailPeople> {
  const accounts = await record.read.accounts.list();
  const desk = (id: string): string => `${id}@ubnd.tinh.example`;
  const password = 'mat-khau-xem-nhat-ky';
  const { account } = await makeAccount({ login: 'xem-nhat-ky', name: 'Người xem nhật ký', unit: accounts[0]?.unit ?? '', roles: ['administrator'], password }, Date.now());
  await record.write(async (tx) => {
    for (const unit of units) await tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: `Đầu mối ${unit}`, email: focal(unit) }, { unit, part: 'leader', name: `Lãnh đạo ${unit}`, email: leader(unit) }]);
    for (const { id, roles, unit } of accounts) await tx.accounts.update(id, { email: roles.includes('agency') ? focal(unit) : desk(id) });
    await tx.accounts.insert(account);
  });
  const holders = (role: 'secretariat' | 'committee'): readonly string[] => accounts.filter(({ roles }) => roles.includes(role)).map(({ id }) => desk(id));
  const above: Partial<Record<RungAudience, readonly string[]>> = { secretariat: holders('secretariat'), committee: holders('committee') };
  return {
    addressesOf: (to, unit) => above[to] ?? [to === 'leader' ? leader(unit) : focal(unit)],
    addresses: units.flatMap((unit) => [focal(unit), leader(unit)]),
    administrator: { login: account.login, password },
  };
}
