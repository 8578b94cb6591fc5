import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPlan, planIds } from '../../../plans/load.ts';
import { checkPlanDocument } from '../../../rules/plan-document/check.ts';
import { loadPlanRules } from '../../../rules/plan-document/load.ts';
import { aDay } from './a-plan.ts';

const rules = loadPlanRules();
const findingsPage = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8');

/** Every finding as `rule table/row/column stated → computed`. */
function found(id: string): readonly string[] {
  return checkPlanDocument(loadPlan(id), rules, aDay).findings
    .map(({ rule, where, stated, computed }) => `${rule} ${[where.table, where.row, where.column].map((part) => part ?? '-').join('/')} ${String(stated).slice(0, 34)} → ${String(computed)}`);
}

describe('what is wrong in the five plans, and nothing else', () => {
  it('duc-co-2023', () => {
    expect(found('duc-co-2023')).toEqual([
      'lead-missing phu-luc/i-04/lead null → null',
      'lead-missing phu-luc/ii-01/lead null → null',
      'subtotal-differs-from-rows bieu-mau-01/i/amount 601.586 → 531.105636',
      'figure-mixed-marks bieu-mau-01/i-02/amount 201519.636 → 201.519636',
      'subtotal-differs-from-rows bieu-mau-01/iii/amount 636.72 → 626.72',
      'figure-reads-otherwise bieu-mau-01/-/amount 1374306 → 1374.306',
      'total-follows-wrong-subtotals bieu-mau-01/-/amount 1374.306 → 1293.825636',
      'subtotal-differs-from-rows danh-muc-2023/ii/total 127 → 136',
      'subtotal-differs-from-rows danh-muc-2023/ii/amount 127 → 136',
      'numbering-gap danh-muc-2023/iv-03/- 3 → 2',
      'header-year-differs danh-muc-2023/-/amount 2022 → 2023',
      'total-follows-wrong-subtotals danh-muc-2023/-/total 557 → 566',
      'total-follows-wrong-subtotals danh-muc-2023/-/amount 557 → 566',
      'ground-without-date -/-/- 954/QĐ-UBND → null',
      'placeholder-left -/-/- {Ghi số hiệu, ngày cấp, nơi cấp} → null',
      'symbol-two-forms -/-/- 921/UBND-CTHĐ → 921/CTHĐ-UBND',
    ]);
  });

  it('gia-lai-2019', () => {
    expect(found('gia-lai-2019')).toEqual([
      'records-without-services dvctt/d09/used3 0 → 96',
      'services-used-above-services dvctt/d14/used3 11 → 10',
      'parts-differ-from-row-total pl02/d03/total 3869200 → 3689220',
      'breakdown-differs -/-/- 35 → 37',
      'money-heading-without-column -/-/- triệu đồng → null',
      'section-missing -/-/- 7 → 6',
      'standard-sign-unknown -/-/- QCNV 109:2017/BTTTT → QCVN 109:2017/BTTTT',
      'symbol-kind-differs -/-/- 28/2018/NĐ-CP → 28/2018/QĐ-TTg',
      'whole-stated-differently -/-/- 21 → 19',
    ]);
  });

  it('gia-lai-nq17', () => {
    expect(found('gia-lai-nq17')).toEqual([
      'period-gap danh-muc/ii-02/stage2 2021 → 2020',
      'lead-coordinates-itself danh-muc/ii-07/coordinating Các sở, ngành, địa phương → null',
      'point-letter-missing -/-/- d → c',
    ]);
  });

  it('so-tttt-2019', () => {
    expect(found('so-tttt-2019')).toEqual([
      ...['i-14', 'i-15', 'i-16'].map((row) => `time-without-date phu-luc/${row}/time 03 nhiệm vụ giao tại Quyết định số → null`),
      'lead-coordinates-itself phu-luc/ii-06/coordinating Sở Thông tin và Truyền thông → null',
      'ground-without-date -/-/- 19/NQ-CP → null',
      'period-length-differs -/-/- 5 → 6',
      'symbol-issuer-differs -/-/- Thủ tướng Chính phủ → Chính phủ',
      'symbol-issuer-unknown -/-/- 05/2017/TT-BTTT → BTTTT',
      'symbol-kind-differs -/-/- 359/HĐ-STTTT → null',
      'symbol-kind-differs -/-/- 19-206/KH-UBND → null',
      'symbol-number-malformed -/-/- 19-206/KH-UBND → null',
      'symbol-number-malformed -/-/- 19-208/NQ-CP → null',
      'symbol-two-forms -/-/- 36/NQ-TW → 36-NQ/TW',
    ]);
  });

  it('gia-lai-2022', () => {
    expect(found('gia-lai-2022')).toEqual([
      'time-outside-year pl01/d12/time 2022-2025 → 2021',
      'work-of-earlier-year pl03/iii-10/name năm 2021 → 2022',
      'clause-number-repeated -/-/- 4 → 5',
      'date-impossible -/-/- ngày 03 tháng 12 tháng 2020 → null',
      'ground-date-differs -/-/- 09/03/2020 → 07/03/2019',
    ]);
  });

  it.each(planIds())('%s stands in docs/findings.md, line by line', (id) => {
    const section = findingsPage.split(/^## /mu).find((part) => part.startsWith(`${id}\n`)) ?? '';
    const listed = section.split('\n').filter((line) => line.includes('| `'));
    const findings = checkPlanDocument(loadPlan(id), rules, aDay).findings;
    expect(listed.map((line) => line.split(' | ').slice(-2).join(' | '))).toEqual(findings.map(({ rule, message }) => `\`${rule}\` | ${message.en} |`));
  });

  it('leaves no place of a message empty where the finding has a value for it', () => {
    for (const { stated, computed, message } of planIds().flatMap((id) => checkPlanDocument(loadPlan(id), rules, aDay).findings)) {
      if (stated !== null && computed !== null) expect(`${message.vi} ${message.en}`).not.toContain('—');
    }
  });
});
