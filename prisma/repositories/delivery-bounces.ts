import type { Delivery } from '../../domain/delivery.ts';
import type { AddressFault, Deliveries } from '../../domain/ports/deliveries.ts';
import type { Delivery as Row, PrismaClient } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import { insertRows } from './insert.ts';

/** What nobody got, and may go out again to an address that works. */
const unreached = ['failed', 'bounced', 'no-address'];
/** A mail of these is still needed: it goes out again, or somebody has to see what may have arrived. */
const unsettled = ['waiting', 'claimed', 'uncertain'];

type Bounces = Pick<Deliveries, 'ofMail' | 'bounced' | 'resend' | 'readdress' | 'faultOf' | 'endFault' | 'faults' | 'clearMails'>;

/** Mails that did not arrive, and addresses that do not work. */
export function createBounces(db: PrismaClient, toDelivery: (row: Row) => Delivery): Bounces {
  return {
    async ofMail(id) {
      return (await db.delivery.findMany({ where: { mail: id }, orderBy: { id: 'asc' } })).map(toDelivery);
    },
    async bounced(ids, reason, now) {
      await db.delivery.updateMany({ where: { id: { in: [...ids] } }, data: { state: 'bounced', bouncedAt: fromInstant(now), lastError: reason.slice(0, 1_000) } });
    },
    async resend(id, to, now) {
      const row = await db.delivery.findFirst({ where: { id } });
      if (!row) return false;
      const { cycle, subject, unit, rung, channel } = row;
      // what was for nobody may have reached the same person by another row since
      if (to.person !== row.person && (await db.delivery.count({ where: { cycle, subject, unit, rung, channel, person: to.person } })) > 0) return false;
      // owed anew: a mail that is put off is given up by the age of its row
      const again = { state: 'waiting', attempts: 0, createdAt: fromInstant(now), notBefore: null, endedAt: null, bouncedAt: null, lastError: null, leaseOwner: null, leaseUntil: null, begunAt: null };
      return (await db.delivery.updateMany({ where: { id, state: { in: unreached } }, data: { ...to, ...again } })).count > 0;
    },
    async readdress(person, address) {
      await db.delivery.updateMany({ where: { person, state: 'waiting', channel: 'email' }, data: { address } });
    },
    async faultOf(address, reason, now, kind = 'refusal') {
      const key = address.toLowerCase();
      if (reason === null) await db.addressFault.deleteMany({ where: { address: key, kind: 'refusal' } });
      else await insertRows(db, 'AddressFault', [{ address: key, reason: reason.slice(0, 500), at: fromInstant(now), kind }], { replace: 'address' });
    },
    async endFault(address) {
      return (await db.addressFault.deleteMany({ where: { address: address.toLowerCase() } })).count > 0;
    },
    async faults() {
      return (await db.addressFault.findMany({ orderBy: { at: 'desc' } })).map((row) => ({ ...row, at: toInstant(row.at), kind: row.kind as AddressFault['kind'] }));
    },
    async clearMails(at) {
      const kept = await db.delivery.findMany({ where: { state: { in: unsettled }, mail: { not: null } }, select: { mail: true }, distinct: ['mail'] });
      return (await db.mail.deleteMany({ where: { at: { lt: fromInstant(at) }, id: { notIn: kept.flatMap(({ mail }) => mail ?? []) } } })).count;
    },
  };
}
