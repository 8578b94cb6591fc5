import type { Desk } from '../../../api/use-cases/desk.ts';
import { paths } from '../../paths.ts';

/** Addresses that do not work, whose they are, and where they are corrected. */
export async function faultRows({ record: { read } }: Desk, mayEditAccounts: boolean) {
  return Promise.all((await read.deliveries.faults()).map(async (fault) => {
    const [last] = (await read.deliveries.list({ person: fault.address }, { limit: 1 })).items;
    const [kind, id = ''] = last?.person.split(/:(.*)/s) ?? [];
    const href = kind === 'contact' ? paths.contacts(id.split('/')[0] ?? '') : kind === 'account' && mayEditAccounts ? paths.accountOf(id) : undefined;
    return { ...fault, name: last?.name ?? '', href, log: paths.deliveries({ person: fault.address }) };
  }));
}
