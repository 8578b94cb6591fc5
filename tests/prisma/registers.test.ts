import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../domain/plan.ts';
import type { CalendarDay } from '../../domain/working-calendar.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { aCycle, aUnit } from './rows.ts';

const aPlan = (title: string): Plan => ({ id: 'gia-lai-2022', title, year: 2022, units: ['tt'], targets: [], calendar: {}, roles: {} }) as unknown as Plan;
const tet: CalendarDay = { date: '2022-02-01', kind: 'holiday', name: 'Tết Nguyên đán', nameEn: 'Lunar New Year', source: '8113/VPCP-KGVX' };

describe('registers in the record', () => {
  let record: TestRecord;
  beforeAll(async () => {
    record = await openTestRecord();
  });
  afterAll(() => record.close());

  it('finds units without marks, by level and by day', async () => {
    const merged = aUnit('so-tttt', { name: 'Sở Thông tin và Truyền thông', group: 'so', parent: 'ubnd', validTo: '2025-02-28', successors: ['so-khcn'] });
    await record.write((tx) => tx.units.upsertMany([merged, aUnit('duc-co', { name: 'Huyện Đức Cơ', level: 'district' })]));
    expect(await record.read.units.find('so-tttt')).toEqual(merged);
    expect((await record.read.units.list({ search: 'DUC co' })).map(({ code }) => code)).toEqual(['duc-co']);
    expect(await record.read.units.list({ search: '%' })).toEqual([]);
    expect((await record.read.units.list({ level: 'department', on: '2025-02-28' })).map(({ code }) => code)).toEqual(['so-tttt']);
    expect(await record.read.units.list({ level: 'department', on: '2025-03-01' })).toEqual([]);
  });

  it('replaces a unit that is registered again', async () => {
    await record.write((tx) => tx.units.upsertMany([aUnit('duc-co', { name: 'Xã Đức Cơ', level: 'commune' })]));
    expect(await record.read.units.find('duc-co')).toMatchObject({ name: 'Xã Đức Cơ', level: 'commune' });
    expect(await record.read.units.list({ search: 'huyen' })).toEqual([]);
    expect(await record.read.units.count()).toBe(2);
  });

  it('keeps calendar days with the document that announced them', async () => {
    await record.write((tx) => tx.calendarDays.upsertMany([tet]));
    await record.write((tx) => tx.calendarDays.upsertMany([{ ...tet, name: 'Mùng một Tết' }]));
    expect(await record.read.calendarDays.list()).toEqual([{ ...tet, name: 'Mùng một Tết' }]);
    expect(await record.write((tx) => tx.calendarDays.remove(tet.date))).toBe(true);
    expect(await record.read.calendarDays.count()).toBe(0);
  });

  it('keeps every plan by its hash, and lists the newest of each', async () => {
    await record.write(async (tx) => {
      await tx.planDocuments.put('h1', aPlan('Bản đầu'));
      await tx.planDocuments.put('h2', aPlan('Bản sau'));
      await tx.planDocuments.put('h1', aPlan('không được ghi đè'));
    });
    expect(await record.read.planDocuments.find('h1')).toEqual(aPlan('Bản đầu'));
    expect(await record.read.planDocuments.list()).toEqual([{ hash: 'h2', id: 'gia-lai-2022', title: 'Bản sau', year: 2022 }]);
    expect(await record.read.planDocuments.latest('gia-lai-2022')).toEqual({ hash: 'h2', plan: aPlan('Bản sau') });
    expect(await record.read.planDocuments.latest('none')).toBeUndefined();
  });

  it('keeps waivers of a cycle by unit', async () => {
    const waiver = { unit: 'so-tttt', target: 't1', reason: 'Hệ thống đang chuyển đổi', approver: 'account:a', expires: '2022-06-30' };
    await record.write(async (tx) => {
      await tx.cycles.insert(aCycle());
      await tx.waivers.insert('2022-gl', waiver);
    });
    expect(await record.read.waivers.listOf('2022-gl', 'so-tttt')).toEqual([waiver]);
    expect(await record.read.waivers.listOf('2022-gl', 'duc-co')).toEqual([]);
  });
});
