import { describe, expect, it } from 'vitest';
import { isUnitValidOn } from '../../domain/unit.ts';
import { loadUnits } from '../../plans/load.ts';

const units = [...loadUnits('gia-lai').values()];
const inGroup = (group: string): typeof units => units.filter((unit) => unit.group === group);

describe('the register of Gia Lai', () => {
  it('has the 17 districts, which end with the two-tier government', () => {
    const districts = inGroup('ubnd-cap-huyen');
    expect(districts).toHaveLength(17);
    expect(districts.every((unit) => unit.level === 'district' && isUnitValidOn(unit, '2025-06-30') && !isUnitValidOn(unit, '2025-07-01'))).toBe(true);
  });

  it('has 20 departments, all there in the plan year', () => {
    const departments = inGroup('so-ban-nganh');
    expect(departments).toHaveLength(20);
    expect(departments.every((unit) => unit.level === 'department' && isUnitValidOn(unit, '2022-12-31'))).toBe(true);
  });

  it('follows the department that led the plan into the one it merged with', () => {
    expect(loadUnits('gia-lai').get('so-tttt')).toMatchObject({ validTo: '2025-02-28', successors: ['so-khcn'] });
  });
});
