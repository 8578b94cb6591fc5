import { makeAccount } from '../../api/use-cases/accounts.ts';
import type { Instant } from '../../domain/date.ts';
import type { PlanRoles } from '../../domain/plan.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import type { Role } from '../../domain/roles.ts';

export interface DemonstrationAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

type Wanted = Omit<DemonstrationAccount, 'password'>;

/** The plan whose parts the demonstration accounts hold, and which a newcomer is led to launch. */
export const demonstrationPlan = 'gia-lai-2022';

/** One account per role, for the parts of the demonstration plan; random passwords that nothing stores in clear. */
export async function createDemonstrationAccounts(record: RecordStore, now: Instant): Promise<readonly DemonstrationAccount[]> {
  const found = await record.read.planDocuments.latest(demonstrationPlan);
  if (!found) return [];
  const { roles: parts, units } = found.plan;
  const made = await Promise.all(wantedFor(parts, units).map(async ({ login, name, unit, roles }) => {
    const { account, password } = await makeAccount({ login, name, unit, roles }, now, false);
    return { account, shown: { login, password, name, unit, roles } };
  }));
  await record.write(async (tx) => {
    for (const { account } of made) await tx.accounts.insert(account);
    await tx.audit.append(made.map(({ account }) => ({ at: now, actor: 'prepare', act: 'createAccount', cycle: null, unit: account.unit, subject: `account:${account.id}`, outcome: 'done' as const, details: { roles: account.roles, demonstration: true } })));
  });
  return made.map(({ shown }) => shown);
}

function wantedFor(parts: PlanRoles, units: readonly string[]): readonly Wanted[] {
  const appraisers = [...new Set([parts.leadAppraiser, ...Object.values(parts.appraisers)])];
  const busy = new Set([parts.secretariat, parts.approver, ...appraisers]);
  const agency = units.find((unit) => unit.startsWith('so-') && !busy.has(unit)) ?? units.find((unit) => !busy.has(unit)) ?? parts.secretariat;
  return [
    { login: 'thuong-truc', name: 'Cơ quan thường trực (trình diễn)', unit: parts.secretariat, roles: ['secretariat'] },
    { login: 'don-vi', name: 'Đơn vị (trình diễn)', unit: agency, roles: ['agency'] },
    ...appraisers.map((unit): Wanted => ({ login: `tham-dinh-${unit}`, name: 'Thẩm định (trình diễn)', unit, roles: ['appraiser'] })),
    { login: 'phe-duyet', name: 'Phê duyệt (trình diễn)', unit: parts.approver, roles: ['approver'] },
    { login: 'ban-chi-dao', name: 'Ban chỉ đạo (trình diễn)', unit: parts.committee, roles: ['committee'] },
    { login: 'quan-tri', name: 'Quản trị (trình diễn)', unit: parts.secretariat, roles: ['administrator'] },
  ];
}
