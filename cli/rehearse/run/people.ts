import { randomUUID } from 'node:crypto';
import type { Account, ApiToken } from '../../../domain/account.ts';
import type { PlanRoles } from '../../../domain/plan.ts';
import type { RecordStore } from '../../../domain/ports/record.ts';
import { rehearsalLogin } from '../../../domain/rehearsal-people.ts';
import type { Role } from '../../../domain/roles.ts';
import { hashPassword, randomSecret, secretId } from '../../../api/use-cases/passwords.ts';

/** Who acts in a rehearsal: one account for each unit and part, each with a token that ends with the day. */
export interface People {
  readonly tokens: ReadonlyMap<string, string>;
  readonly accounts: readonly string[];
}

export interface Part {
  readonly role: Extract<Role, 'secretariat' | 'agency' | 'appraiser' | 'approver'>;
  readonly unit: string;
}

export const partKey = ({ role, unit }: Part): string => `${role} ${unit}`;

export function partsIn(roles: PlanRoles, units: readonly string[]): readonly Part[] {
  const appraisers = new Set([...Object.values(roles.appraisers), roles.leadAppraiser]);
  return [
    { role: 'secretariat', unit: roles.secretariat },
    ...[...appraisers].map((unit): Part => ({ role: 'appraiser', unit })),
    { role: 'approver', unit: roles.approver },
    ...units.map((unit): Part => ({ role: 'agency', unit })),
  ];
}

/** How they are called where what they did is shown; names are Vietnamese, as those of all people. */
const titles = { secretariat: 'cơ quan thường trực', agency: 'đơn vị', appraiser: 'thẩm định', approver: 'phê duyệt' } as const satisfies Readonly<Record<Part['role'], string>>;

const dayMs = 86_400_000;

/** Writes the accounts and tokens of a rehearsal in one transaction, as the operator of the machine may. Nobody knows their password. */
export async function engage(record: RecordStore, key: string, parts: readonly Part[], now: number): Promise<People> {
  const passwordHash = await hashPassword(randomSecret());
  const names = new Map((await record.read.units.list()).map(({ code, name }) => [code, name]));
  const rows = parts.map((part) => {
    const account: Account = {
      id: randomUUID(), login: rehearsalLogin(key, part.role, part.unit), name: `Diễn tập: ${titles[part.role]}, ${names.get(part.unit) ?? part.unit}`, email: null, unit: part.unit, roles: [part.role],
      passwordHash, mustChangePassword: false, lockedAt: null, createdAt: now, language: 'vi', optedOut: false,
    };
    const secret = `chutrinh_${randomSecret()}`;
    const token: ApiToken = { id: secretId(secret), account: account.id, name: `Diễn tập ${key}`, createdAt: now, expiresAt: now + dayMs, lastUsedAt: null };
    return { part, account, secret, token };
  });
  await record.write(async (tx) => {
    for (const { account, token } of rows) {
      await tx.accounts.insert(account);
      await tx.tokens.insert(token);
    }
    await tx.audit.append([{ at: now, actor: 'cli', act: 'engageRehearsal', cycle: null, unit: null, subject: `rehearsal:${key}`, outcome: 'done', details: { accounts: rows.length } }]);
  });
  return { tokens: new Map(rows.map(({ part, secret }) => [partKey(part), secret])), accounts: rows.map(({ account }) => account.id) };
}

/** Ends their tokens and locks the accounts; what they did stays in the record. */
export async function dismiss(record: RecordStore, people: People, now: number): Promise<void> {
  await record.write(async (tx) => {
    for (const id of people.accounts) {
      for (const token of await tx.tokens.listOf(id)) await tx.tokens.remove(id, token.id);
      await tx.accounts.update(id, { lockedAt: now });
    }
  });
}
