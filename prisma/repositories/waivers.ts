import type { Waivers } from '../../domain/ports/registers.ts';
import type { Waiver } from '../../domain/waiver.ts';
import type { Waiver as Row } from '../generated/client.ts';
import { present } from './columns.ts';
import type { Context } from './context.ts';

function toWaiver({ id: _, cycle: __, ...row }: Row): Waiver {
  return present(row);
}

export function createWaivers({ db }: Context): Waivers {
  return {
    async listOf(cycle, unit) {
      return (await db.waiver.findMany({ where: { cycle, ...(unit === undefined ? {} : { unit }) }, orderBy: { id: 'asc' } })).map(toWaiver);
    },
    async insert(cycle, waiver) {
      await db.waiver.create({ data: { ...waiver, cycle }, select: { id: true } });
    },
  };
}
