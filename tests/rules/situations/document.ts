import { checkOf, ofRule, reportOf, unitPlan, type Case } from './situation.ts';

const focal = (email: string): Case[1] => checkOf(unitPlan().having({ focalPoint: { name: 'A', email, phone: '1' } }).build());
const symbol = (text: string): Case[1] => checkOf(unitPlan().having({ symbol: text }).build());
const reportSymbol = (text: string): Case[1] => checkOf(reportOf().having({ symbol: text }).build());
const solutions = (text: string): Case[1] => checkOf(unitPlan().having({ sections: { purpose: 'a', organisation: 'b', solutions: text } }).build());

export const documentSituations = [
  ...ofRule('secret-mark', {
    found: [
      ['a line that holds nothing but MẬT', solutions('Kế hoạch\nMẬT\nNội dung'), { at: '/sections/solutions' }],
      ['TỐI MẬT in brackets at the end of a line', solutions('Danh mục kèm theo (TỐI MẬT)'), { at: '/sections/solutions' }],
      ['“Độ mật: Tuyệt mật” in a sentence', solutions('Số 12. Độ mật: Tuyệt mật. Hà Nội'), { at: '/sections/solutions' }],
      ['the stamp in decomposed Unicode', solutions('MẬT'.normalize('NFD')), { at: '/sections/solutions' }],
      ['the stamp in the words of evidence', checkOf(reportOf().reporting({ target: 'ct-03', answer: true, evidence: ['MẬT'] }).build()), { at: '/targets/0/evidence/0' }],
    ],
    fine: [
      ['documents “trừ văn bản mật theo quy định”', solutions('Trao đổi điện tử, trừ văn bản mật theo quy định')],
      ['“bảo mật”, “mật khẩu” and “MẬT KHẨU”', solutions('Bảo mật dữ liệu; đổi mật khẩu; ĐỔI MẬT KHẨU')],
      ['a heading in capitals about secret documents', solutions('QUẢN LÝ TÀI LIỆU MẬT')],
      ['“Độ mật: không”', solutions('Độ mật: không')],
    ],
  }),
  ...ofRule('other-plan', { found: [['last year’s plan', checkOf(unitPlan().having({ plan: 'tinh-2021' }).build()), { at: '/plan' }]], fine: [['the plan in force', checkOf(unitPlan().build())]] }),
  ...ofRule('other-year', { found: [['2021 for 2022', checkOf(unitPlan().having({ year: 2021 }).build()), { at: '/year' }]], fine: [['2022', checkOf(unitPlan().build())]] }),
  ...ofRule('other-unit', {
    found: [['Sở B’s content from Sở A', { ...checkOf(unitPlan().build()), content: unitPlan().having({ unit: 'so-b' }).build() }, { at: '/unit' }]],
    fine: [['its own', checkOf(unitPlan().build())]],
  }),
  ...ofRule('no-focal-point', {
    found: [['none', checkOf(unitPlan().having({ focalPoint: null }).build()), { at: '/focalPoint' }], ['one without a name', checkOf(unitPlan().having({ focalPoint: { name: ' ', email: 'a@b.vn' } }).build())]],
    fine: [['one with a name', focal('a@b.vn')]],
  }),
  ...ofRule('focal-email-invalid', {
    found: [['no at sign', focal('a.gialai.gov.vn'), { at: '/focalPoint/email' }], ['no domain', focal('a@gialai')], ['two at signs', focal('a@@gialai.gov.vn')], ['a space', focal('a b@gialai.gov.vn')]],
    fine: [['an address', focal('a@b.vn')], ['no address at all, but a telephone', checkOf(unitPlan().having({ focalPoint: { name: 'A', phone: '1' } }).build())]],
  }),
  ...ofRule('focal-unreachable', {
    found: [['a name alone', checkOf(unitPlan().having({ focalPoint: { name: 'A' } }).build())]],
    fine: [['a telephone alone', checkOf(unitPlan().having({ focalPoint: { name: 'A', phone: '1' } }).build())], ['an address alone', checkOf(unitPlan().having({ focalPoint: { name: 'A', email: 'a@b.vn' } }).build())]],
  }),
  ...ofRule('plan-symbol-format', {
    found: [['no number', symbol('/KH-STTTT'), { at: '/symbol' }], ['a report’s symbol', symbol('12/BC-STTTT')], ['lower case', symbol('12/kh-stttt')], ['no unit', symbol('12/KH-')]],
    fine: [['12/KH-STTTT', symbol('12/KH-STTTT')], ['1205/KH-UBND', symbol('1205/KH-UBND')], ['12/KH-SNN&PTNT', symbol('12/KH-SNN&PTNT')], ['none yet', checkOf(unitPlan().without('symbol').build())]],
  }),
  ...ofRule('report-symbol-format', {
    found: [['a plan’s symbol', reportSymbol('12/KH-STTTT'), { at: '/symbol' }]],
    fine: [['12/BC-STTTT', reportSymbol('12/BC-STTTT')], ['7/BC-SĐT', reportSymbol('7/BC-SĐT')]],
  }),
  ...ofRule('plan-section-missing', {
    found: [['measures left blank', solutions('  '), { at: '/sections' }], ['no section at all', checkOf(unitPlan().having({ sections: {} }).build())]],
    fine: [['all three', solutions('a')]],
  }),
  ...ofRule('report-section-missing', {
    found: [['no assessment', checkOf(reportOf().having({ sections: {} }).build()), { at: '/sections' }]],
    fine: [['an assessment', checkOf(reportOf().build())]],
  }),
];
