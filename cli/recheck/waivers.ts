import { canonicalJson } from '../../domain/canonical.ts';
import type { Instant } from '../../domain/date.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import type { Waiver } from '../../domain/waiver.ts';

/** When a waiver was granted, by the audit chain: the waiver itself says only until when it counts. */
export interface Grant {
  readonly waiver: string;
  readonly at: Instant;
}

export async function grantsOf(read: Repositories, cycle: string): Promise<readonly Grant[]> {
  const grants: Grant[] = [];
  let cursor: string | undefined;
  do {
    const page = await read.audit.list({ cycle, act: 'grantWaiver' }, { limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    grants.push(...page.items.filter(({ outcome }) => outcome === 'done').map(({ details, at }) => ({ waiver: canonicalJson(details), at })));
    cursor = page.next;
  } while (cursor !== undefined);
  return grants;
}

/** The waivers that had been granted by then; one that the audit chain does not know counts from the start. */
export function waiversAt(waivers: readonly Waiver[], grants: readonly Grant[], at: Instant): readonly Waiver[] {
  return waivers.filter((waiver) => {
    const json = canonicalJson(waiver);
    const granted = grants.filter((grant) => grant.waiver === json);
    return granted.length === 0 || granted.some((grant) => grant.at <= at);
  });
}
