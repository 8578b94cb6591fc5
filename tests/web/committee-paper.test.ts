import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../../web/view/formats.ts';
import type { ComplianceReport } from '../../domain/compliance/report.ts';
import type { ReportContent } from '../../domain/submission.ts';
import { standings } from '../../domain/verdict.ts';
import { aReportedYear, type ReportedYear } from '../support/a-reported-year.ts';
import { parts } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

const { number, percent } = formats('vi');

describe('the committee\'s paper', () => {
  let pages: TestPages;
  let year: ReportedYear;
  let committee: Visitor;
  let frozen: ComplianceReport;
  const address = (quarter = 'Q1'): string => `/cycles/${year.cycle}/quarters/${quarter}/paper`;
  const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

  beforeAll(async () => {
    pages = await openTestPages();
    year = await aReportedYear(pages, await pages.aYear());
    committee = await pages.visitor('committee', parts.committee);
    frozen = (await pages.record.read.quarterRounds.find(year.cycle, 'Q1'))?.frozen as ComplianceReport;
  });
  afterAll(() => pages.close());

  it('is laid out as Nghị định 30/2020/NĐ-CP asks: head, number and date left blank, kind, numbered parts, who gets it, who signs', async () => {
    const { $ } = await committee.get(address());
    const paper = flat($('.paper').text());
    const order = ['Ủy ban nhân dân tỉnh Gia Lai', 'Sở Thông tin và Truyền thông', 'Số: /BC-STTTT', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Gia Lai, ngày tháng năm 2022', 'BÁO CÁO', 'Kết quả thực hiện chỉ tiêu quý I năm 2022',
      'Kính gửi: Ban Chỉ đạo Chuyển đổi số tỉnh Gia Lai', 'I. TÌNH HÌNH CHUNG', 'II. KẾT QUẢ THEO CHỈ TIÊU', 'III. ĐƠN VỊ BÁO CÁO CHẬM, KHÔNG BÁO CÁO', 'IV. XẾP HẠNG ĐƠN VỊ', 'V. KẾT LUẬN CỦA BAN CHỈ ĐẠO', './.', 'Nơi nhận:', 'Lưu: VT.', 'GIÁM ĐỐC'];
    const at = order.map((words) => paper.indexOf(words));
    expect(at.filter((place) => place < 0), paper.slice(0, 1500)).toEqual([]);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect($('main h1, main h2, main h3').toArray().map((head) => Number(head.tagName.slice(1)))).toEqual([1, 2, 3, 3, 3, 3, 3]);
  });

  it('prints the figures of the frozen report', async () => {
    const { $ } = await committee.get(address());
    const cells = (id: string) => $(`#${id} tbody tr`).toArray().map((row) => $(row).children().toArray().map((cell) => flat($(cell).text())));
    expect(cells('paper-targets').map((row) => row.slice(3))).toEqual(frozen.targets.map((each) => [each.bound, ...standings.map((name) => each.counts[name])].map((figure) => number(figure))));
    expect(cells('paper-ranking').map(([rank, name, score]) => [rank, name, score])).toEqual(frozen.ranking.map((each) => [number(each.rank), each.name, number(each.score, 2)]));
    expect($('[data-standing]').toArray().map((line) => flat($(line).text()).replace(/[;.]$/, '').split(': ')[1])).toEqual(standings.map((name) => number(frozen.totals.counts[name])));
    const { units, missing, onTime, late } = frozen.totals;
    expect(flat($('.paper').text())).toContain(`${number(units - missing)}/${number(units)} đơn vị đã báo cáo, trong đó ${number(onTime)} báo cáo đúng hạn, ${number(late)} nộp chậm; ${number(missing)} đơn vị không nộp.`);
    for (const code of [year.missing, year.late]) expect($('.paper > ul').last().text()).toContain((await pages.record.read.units.find(code))?.name);
  });

  it('says how the directives on it stand', async () => {
    expect((await committee.get(address())).$('.paper').text()).toContain('Chưa có kết luận nào.');
    const decided = await (await pages.as('committee', parts.committee)).post(`/cycles/${year.cycle}/directives`, { text: 'Đưa toàn bộ hồ sơ lên Một cửa điện tử', unit: 'so-nv', due: '2022-08-31', quarter: 'Q1' });
    expect(decided.status).toBe(201);
    const row = flat((await committee.get(address())).$('#paper-directives tbody tr').text());
    expect(row).toContain('Đưa toàn bộ hồ sơ lên Một cửa điện tử');
    expect(row).toContain('31/8/2022');
    expect(row).toContain('đang thực hiện');
  });

  it('lists later corrections in an annex, both figures side by side, and changes nothing of what was presented', async () => {
    const presented = await committee.get(address());
    expect(presented.$('.paper__annex')).toHaveLength(0);
    expect(presented.$('.paper').text()).toContain('không có số liệu nào được đính chính');
    const content = (await pages.record.read.submissions.latestOf(`report/${year.cycle}/Q1/so-nv`))?.content as ReportContent;
    const { target, numerator = 0, denominator = 0 } = content.targets.find((figure) => typeof figure.numerator === 'number') ?? {};
    const corrected = { ...content, targets: content.targets.map((figure) => (figure.target === target ? { ...figure, numerator: (numerator ?? 0) + 1, comment: 'Đếm lại' } : figure)) };
    expect((await (await pages.as('agency', 'so-nv')).post(`${year.report('Q1')}/correction`, { reason: 'Đếm sót một hồ sơ', content: corrected })).status).toBe(201);
    const after = await committee.get(address());
    for (const table of ['#paper-targets', '#paper-ranking', '[data-standing]']) expect(after.$(table).text()).toBe(presented.$(table).text());
    const annex = flat(after.$('.paper__annex').text());
    const share = (top: number): string => `${number(top)}/${number(denominator)} = ${percent((top / (denominator ?? 1)) * 100)}`;
    expect(annex).toContain('PHỤ LỤC');
    expect(annex).toContain(share(numerator ?? 0));
    expect(annex).toContain(share((numerator ?? 0) + 1));
    expect(after.$('.paper').text()).toContain('1 số liệu được đính chính, nêu tại Phụ lục');
  });

  it('is reached from the frozen report, by those who may read it; a round that is not frozen has none', async () => {
    expect((await committee.get(`/cycles/${year.cycle}/quarters/Q1`)).$(`a[href="${address()}"]`)).toHaveLength(1);
    const open = await committee.get(address('Q2'));
    expect([open.status, open.$('.paper').length, open.$('.page-head__lead').text()]).toEqual([200, 0, 'Quý II chưa chốt.']);
    for (const [role, unit] of [['secretariat', parts.secretariat], ['agency', 'so-nv'], ['administrator', 'so-nv']] as const) {
      const visitor = await pages.visitor(role, unit);
      expect((await visitor.get(address())).status, role).toBe((await visitor.get(`/cycles/${year.cycle}/quarters/Q1`)).status);
    }
  });

  it('is the same paper in English', async () => {
    const english = await pages.visitor('committee', parts.committee, 'en');
    const { $ } = await english.get(address());
    for (const words of ['SOCIALIST REPUBLIC OF VIET NAM', 'REPORT', 'Results against the targets, first quarter of 2022', 'DIRECTOR']) expect($('.paper').text()).toContain(words);
    expect($('#paper-targets tbody tr')).toHaveLength(frozen.targets.length);
  });
});
