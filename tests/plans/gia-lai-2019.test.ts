import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../plans/load.ts';
import { badQuotes, getTable, quotesOf, silentTargets, sumOf, tableSizes, thresholdsOf } from './in-plan.ts';

const plan = loadPlan('gia-lai-2019');

describe('the 2019 plan of Gia Lai', () => {
  it('has every part, in the counts of the document', () => {
    expect(plan.targets).toHaveLength(15);
    expect(plan.tasks.filter(({ id }) => id.startsWith('pl02-'))).toHaveLength(24);
    expect(plan.results).toHaveLength(36);
    expect(plan.responsibilities).toHaveLength(9);
    expect(plan.legalGrounds).toHaveLength(45);
    expect(tableSizes(plan)).toEqual([['dvctt', 19, 1], ['pl01', 17, 0], ['pl02', 24, 0]]);
  });

  it('is the decision of 19/12/2018, run by the units of the 2022 plan under the committee of its time', () => {
    expect([plan.symbol, plan.issuedOn, plan.calendar.approvalDue]).toEqual(['599/QĐ-UBND', '2018-12-19', '2018-12-19']);
    expect(plan.units).toEqual(loadPlan('gia-lai-2022').units);
    expect(plan.roles.committee).toBe('bcd-cqdt');
  });

  it('carries the thresholds of the document', () => {
    expect(thresholdsOf(plan)).toEqual({
      'computers-per-staff 2019': 95, 'lan-provincial 2019': 100, 'internet-provincial 2019': 100, 'wan-provincial 2019': 100, 'signature-service 2019': 100,
      'one-stop-communes 2019': 100, 'document-system-used 2019': 100, 'one-stop-used 2019': 100, 'e-documents 2019': 95, 'official-email 2019': 100,
      'online-meetings 2019': 85, 'conference-communes 2019': 20, 'it-certificate 2019': 95, 'computer-skills 2019': 100,
    });
    expect(plan.targets.find(({ code }) => code === 'computers-per-staff')?.comparator).toBe('more-than');
  });

  it('quotes at most 40 words, in NFC with single spaces; all but two quotes state the threshold', () => {
    expect(quotesOf(plan)).toHaveLength(120);
    expect(badQuotes(plan)).toEqual([]);
    expect(silentTargets(plan)).toEqual(['ct-01-4', 'ct-01-6']);
  });
});

describe('its tables', () => {
  it('keep the totals as printed', () => {
    const services = getTable(plan, 'dvctt');
    expect(services.statedTotals?.map(({ value }) => value)).toEqual([326, 123, 43, 36, 146_312, 6_227]);
    expect(services.statedTotals?.map(({ column }) => sumOf(services, column))).toEqual([326, 123, 43, 36, 146_312, 6_227]);
    expect(getTable(plan, 'pl02').statedTotals).toContainEqual({ column: 'local', across: ['central'], value: 75_500_859, label: 'TỔNG KINH PHÍ NĂM 2019' });
    expect(['total', 'local', 'central'].map((column) => sumOf(getTable(plan, 'pl02'), column))).toEqual([157_581_703, 66_500_859, 9_000_000]);
  });

  it('keep figures that contradict each other', () => {
    expect(getTable(plan, 'dvctt').rows.find(({ unit }) => unit === 'so-khcn')?.cells).toMatchObject({ level3: 10, used3: 11 });
    expect(getTable(plan, 'dvctt').rows.find(({ unit }) => unit === 'so-tp')?.cells).toMatchObject({ used3: 0, files3: 96 });
    expect(getTable(plan, 'pl02').rows.find(({ id }) => id === 'd03')?.cells).toMatchObject({ time: '2019', total: 3_869_200, local: 3_689_220 });
  });
});
