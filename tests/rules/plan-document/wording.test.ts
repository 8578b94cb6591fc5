import { describe, expect, it } from 'vitest';
import type { Plan, Result } from '../../../domain/plan.ts';
import { checkPlanDocument } from '../../../rules/plan-document/check.ts';
import { loadPlanRules } from '../../../rules/plan-document/load.ts';
import { aDay, planWith } from './a-plan.ts';

const rules = loadPlanRules();

function inSource(source: string): readonly (readonly [string, unknown, unknown])[] {
  return checkPlanDocument(planWith([]), rules, aDay, source).findings.map(({ rule, stated, computed }) => [rule, stated, computed] as const);
}

function ofResult(result: Partial<Result>): readonly string[] {
  const plan: Plan = planWith([], { results: [{ id: 'kq', clause: 'Mục I', name: 'kết quả', unit: '%', ...result }] });
  return checkPlanDocument(plan, rules, aDay).findings.map(({ rule }) => rule);
}

describe('the wording of a source text', () => {
  it.each([
    ['Chương trình số 921/UBND-CTHĐ. Theo 921/CTHĐ-UBND và 921/CTHĐ-\nUBND.', [['symbol-two-forms', '921/UBND-CTHĐ', '921/CTHĐ-UBND']]],
    ['số 36-NQ/TW, 36-NQ/TW và 36/NQ-TW', [['symbol-two-forms', '36/NQ-TW', '36-NQ/TW']]],
    ['Nghị quyết số 19-206/KH-UBND của Chính phủ', [['symbol-kind-differs', '19-206/KH-UBND', null], ['symbol-number-malformed', '19-206/KH-UBND', null]]],
    ['Thông tư 05/2017/TT-BTTT', [['symbol-issuer-unknown', '05/2017/TT-BTTT', 'BTTTT']]],
    ['ông {Ghi số hiệu, ngày cấp, nơi cấp} ký', [['placeholder-left', '{Ghi số hiệu, ngày cấp, nơi cấp}', null]]],
    ['V. GIẢI PHÁP\nchữ\nVII. TỔ CHỨC THỰC HIỆN', [['section-missing', 7, 6]]],
    ['ĐVT: 1.000 đồng\n', [['money-heading-without-column', 'nghìn đồng', null]]],
    ['4. Ứng phó sự cố\n- chữ\n4. Tuyên truyền', [['clause-number-repeated', 4, 5]]],
    ['KẾ HOẠCH\n  MẬT\nvăn bản mật', [['secret-mark-present', 'MẬT', null]]],
    ['b) Nghiên cứu\nd) Đào tạo', [['point-letter-missing', 'd', 'c']]],
    ['ngày 03 tháng 12 tháng 2020, ngày 31/4/2019', [['date-impossible', 'ngày 03 tháng 12 tháng 2020', null], ['date-impossible', 'ngày 31/4/2019', null]]],
    ['Nghị định 09/2017/NĐ-CP ngày 09/02/2017 của Thủ tướng Chính phủ', [['symbol-issuer-differs', 'Thủ tướng Chính phủ', 'Chính phủ']]],
    ['quy chuẩn QCNV 109:2017/BTTTT', [['standard-sign-unknown', 'QCNV 109:2017/BTTTT', 'QCVN 109:2017/BTTTT']]],
    ['Kế hoạch 5 năm 2016-2020 và 5 năm (2015-2020)', [['period-length-differs', 5, 6]]],
  ])('%j', (source, expected) => {
    expect(inSource(source)).toEqual(expected);
  });

  it.each([
    'I. MỤC TIÊU\nII. NHIỆM VỤ\nI. CĂN CỨ\nII. MỤC TIÊU',
    'Nghị quyết số 19-2018/NQ-CP; Quyết định số 28/2018/QĐ-TTg; Nghị định số 28/2018/NĐ-CP; Thông tư số 39/2017/TT-BTTTT',
    'Chương trình hành động số 38-CTr/HU; Kế hoạch số 113/KH-UBND ngày 23/6/2022',
    'trừ văn bản mật; bảo mật; DANH MỤC TÀI LIỆU MẬT',
    '17/17 UBND cấp huyện, 19/19 sở, ban, ngành',
    '1. Hạ tầng\n2. Dữ liệu\n1. Sở\n2. Huyện\n2. Huyện',
    'a) Thứ nhất\nb) Thứ hai\nc) Thứ ba\nd) Thứ tư\nd) Thứ năm\ne) Thứ sáu\ng) Thứ bảy\na) Lại từ đầu',
    'ngày 29/02/2020, ngày 30 tháng 4 năm 2019, tỷ lệ 24/24, 12/2020',
    'Nghị định 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ; Quyết định số 985/QĐ-TTg ngày 08 tháng 8 năm 2018 của Thủ tướng Chính phủ; Thông báo 383/TB-VPCP của Văn phòng Chính phủ',
    'TCVN ISO 9001:2015, TCVN 7801-1:2008, ISO/IEC 27001:2013',
  ])('finds nothing in %j', (source) => {
    expect(inSource(source)).toEqual([]);
  });
});

describe('results', () => {
  it.each([
    [{ value: 86.36, numerator: 190, denominator: 220 }, []],
    [{ value: 22, numerator: 326, denominator: 1491 }, []],
    [{ value: 23, numerator: 326, denominator: 1491 }, ['percentage-contradicts']],
    [{ value: 86.37, numerator: 190, denominator: 220 }, ['percentage-contradicts']],
    [{ value: 105, numerator: 21, denominator: 20 }, ['result-part-above-whole']],
    [{ value: 28, unit: 'đơn vị', quote: 'cấp tài khoản: 28 (12 phòng chuyên môn, 6 đơn vị sự nghiệp và 10 UBND cấp xã)' }, []],
    [{ value: 29, unit: 'đơn vị', quote: 'cấp tài khoản: 29 (12 phòng chuyên môn, 6 đơn vị sự nghiệp và 10 UBND cấp xã)' }, ['breakdown-differs']],
    [{ value: 20, unit: 'điểm cầu', quote: 'gồm 20 điểm cầu (Văn phòng Tỉnh ủy, Sở Thông tin và Truyền thông, Văn phòng UBND tỉnh và 17 UBND các huyện, thị xã)' }, []],
    [{ value: 11, unit: 'trang', quote: 'thiết lập 11 trang Zalo ( Zalo UBND huyện và trang Zalo của 10 xã, thị trấn)' }, []],
  ] satisfies [Partial<Result>, string[]][])('%j', (result, expected) => {
    expect(ofResult(result)).toEqual(expected);
  });
});
