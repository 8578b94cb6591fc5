import type { Desk } from './desk.ts';

/** Names of the accounts given, for pages that tell who did what. An account that is not there keeps its id. */
export async function namesOf({ record }: Desk, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  return new Map(await Promise.all(known.map(async (id) => [id, (await record.read.accounts.find(id))?.name ?? id] as const)));
}
