import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAccount } from '../../../api/use-cases/accounts.ts';
import { hashPassword, randomSecret, secretId } from '../../../api/use-cases/passwords.ts';
import { fillPlan } from '../../../cli/rehearse/content/plan-content.ts';
import { identityClock } from '../../../domain/cycle-clock.ts';
import { contentHash } from '../../../domain/content-hash.ts';
import { defaultAllowances, defaultLadder, type Cycle } from '../../../domain/cycle.ts';
import type { Duty } from '../../../domain/duty.ts';
import { cycleId, planDutyId } from '../../../domain/ids.ts';
import { addDays, dateOf } from '../../../domain/plain-date.ts';
import { prefillPlan } from '../../../domain/prefill.ts';
import type { Unit } from '../../../domain/unit.ts';
import { prepareRecord } from '../../../main/prepare.ts';
import { files } from '../../../main/supervise/data-folder.ts';
import { loadPlan } from '../../../plans/load.ts';
import { openRecord } from '../../../prisma/client.ts';
import { migrate } from '../../../prisma/migrate.ts';

export interface BenchYear {
  readonly data: string;
  readonly targets: number;
  readonly submissions: readonly { readonly path: string; readonly token: string; readonly body: string }[];
  readonly remove: () => void;
}

/** A data folder with the 2022 plan in drafting for so many departments, each with an account, and what each will submit. */
export async function aYearOf(count: number): Promise<BenchYear> {
  const data = mkdtempSync(join(tmpdir(), 'chutrinh-bench-'));
  const { record: file } = files(data);
  migrate(file);
  const record = await openRecord({ file });
  await prepareRecord(record, { withDemonstration: false, plans: ['gia-lai-2022'] });
  const plan = loadPlan('gia-lai-2022');
  const now = Date.now();
  const units = Array.from({ length: count }, (_, index): Unit => ({ code: `so-thu-${index + 1}`, name: `Sở thử nghiệm ${index + 1}`, level: 'department', group: 'so-ban-nganh', parent: 'ubnd-tinh', validFrom: '2010-01-01' }));
  const due = addDays(dateOf(now), 30);
  const cycle: Cycle = {
    id: cycleId(plan.year, 'bench'), year: plan.year, key: 'bench', planId: plan.id, planHash: contentHash(plan), title: plan.title, rehearsal: false, clock: identityClock, state: 'drafting', version: 2,
    settings: { roles: plan.roles, calendar: plan.calendar, ladder: defaultLadder, allowances: defaultAllowances, quietHours: null, shardSize: 200 }, guidance: '', publishedAt: now, pausedAt: null, endedReason: null, createdAt: now,
  };
  const passwordHash = await hashPassword(randomSecret());
  const { account } = await makeAccount({ login: 'bench', name: 'Bench', unit: plan.roles.secretariat, roles: ['agency'], password: randomSecret() }, now);
  const people = units.map((unit, index) => ({ unit, secret: `chutrinh_${randomSecret()}`, account: { ...account, id: `${account.id}-${index}`, login: `bench-${index}`, unit: unit.code, passwordHash } }));
  await record.write(async (tx) => {
    await tx.units.upsertMany(units);
    await tx.cycles.insert(cycle);
    await tx.cycleUnits.insertMany(units.map(({ code }, index) => ({ cycle: cycle.id, unit: code, shard: Math.floor(index / 200), joinedOn: dateOf(now), leftOn: null, reason: null })));
    await tx.duties.insertMissing(units.map(({ code }, index): Duty => ({
      id: planDutyId(cycle.id, code), cycle: cycle.id, kind: 'plan', unit: code, quarter: null, state: 'draft', version: 1, round: 1, due, unitDue: due, late: false, submission: null, contentHash: null,
      approvedHash: null, shard: Math.floor(index / 200), openedAt: now, submittedAt: null, endedAt: null,
    })));
    for (const person of people) {
      await tx.accounts.insert(person.account);
      await tx.tokens.insert({ id: secretId(person.secret), account: person.account.id, name: 'bench', createdAt: now, expiresAt: null, lastUsedAt: now });
    }
  });
  await record.close();
  const submissions = people.map(({ unit, secret }) => {
    const content = fillPlan(prefillPlan({ plan, unit }), { plan, character: { unit: unit.code, ability: 0.9 }, seed: 1, round: 1 });
    return { path: `/api/v1/cycles/${cycle.id}/plans/${unit.code}/submissions`, token: secret, body: JSON.stringify({ content }) };
  });
  const targets = (JSON.parse(submissions[0]?.body ?? '{"content":{"targets":[]}}') as { content: { targets: unknown[] } }).content.targets.length;
  return { data, targets, submissions, remove: () => rmSync(data, { recursive: true, force: true }) };
}
