import type { Account } from '../../domain/account.ts';
import type { DraftPart, DraftPartName } from '../../domain/draft-part.ts';
import { isAllowed } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { personOf, type Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { authorise, stand, type Place, type Stand } from './place.ts';

/** A part of the form with the names of those concerned. */
export interface HandedPart extends DraftPart {
  readonly accountName: string | null;
  readonly finishedByName: string | null;
}

export interface Handing {
  readonly parts: readonly HandedPart[];
  /** Who of the unit may fill in the form. */
  readonly colleagues: readonly Pick<Account, 'id' | 'name'>[];
}

export async function listHanding(desk: Desk, caller: Caller, place: Place): Promise<Handing> {
  const { duty, cycle } = await stand(desk, place);
  authorise(caller, 'draft.read', cycle, duty.unit);
  const [parts, accounts] = await Promise.all([desk.record.read.draftParts.listOf(duty.id), desk.record.read.accounts.list()]);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string | null => (id === null ? null : names.get(id) ?? id);
  return {
    parts: parts.map((part) => ({ ...part, accountName: nameOf(part.account), finishedByName: nameOf(part.finishedBy) })),
    colleagues: accounts.filter((account) => isColleague(account, duty.unit)).map(({ id, name }) => ({ id, name })),
  };
}

const isColleague = (account: Account, unit: string): boolean => account.unit === unit && account.lockedAt === null && isAllowed(personOf(account), 'draft.save', { unit });

/** Hands a part to a colleague of the unit, or takes it back (`account` null). Whoever gets it has it to finish anew. */
export async function handPart(desk: Desk, caller: Caller, { place, part, account }: { place: Place; part: DraftPartName; account: string | null }): Promise<void> {
  const here = await stand(desk, place);
  authorise(caller, 'draft.save', here.cycle, here.duty.unit);
  const colleague = account === null ? undefined : await desk.record.read.accounts.find(account);
  if (account !== null && !(colleague && isColleague(colleague, here.duty.unit))) throw new Refused('invalid-input', { errors: [{ pointer: '/account', code: 'not-colleague', value: account }] });
  await change(desk, caller, here, part, 'handPart', (old) => (old.account === account ? old : {
    ...old, account, handedBy: account === null ? null : caller.actor.id, handedAt: account === null ? null : here.at, finishedBy: null, finishedAt: null,
  }));
}

/** Marks a part as finished, or as not. */
export async function finishPart(desk: Desk, caller: Caller, { place, part, finished }: { place: Place; part: DraftPartName; finished: boolean }): Promise<void> {
  const here = await stand(desk, place);
  authorise(caller, 'draft.save', here.cycle, here.duty.unit);
  await change(desk, caller, here, part, finished ? 'finishPart' : 'reopenPart', (old) => ((old.finishedAt !== null) === finished ? old : {
    ...old, finishedBy: finished ? caller.actor.id : null, finishedAt: finished ? here.at : null,
  }));
}

async function change(desk: Desk, caller: Caller, { duty, cycle, at }: Stand, part: DraftPartName, act: string, edit: (old: DraftPart) => DraftPart): Promise<void> {
  await commit(desk, caller, async (tx) => {
    const old = (await tx.draftParts.listOf(duty.id)).find((each) => each.part === part) ?? { duty: duty.id, part, account: null, handedBy: null, handedAt: null, finishedBy: null, finishedAt: null };
    const changed = edit(old);
    if (changed === old) return;
    await tx.draftParts.put(changed);
    await tx.audit.append([{ at, actor: actorId(caller.actor), act, cycle: cycle.id, unit: duty.unit, subject: duty.id, outcome: 'done', details: { part, account: changed.account } }]);
  });
}
