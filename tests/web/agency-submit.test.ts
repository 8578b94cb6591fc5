import { afterAll, beforeAll, expect, it } from 'vitest';
import { planOfUnit, reportOfUnit, unit, type Year } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let agency: Visitor;
const duty = () => pages.record.read.duties.find(`plan/${year.cycle}/${unit}`);

beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  agency = await pages.visitor('agency', unit);
});
afterAll(() => pages.close());

it('says beside the field and on top, in the same words, what has to be mended', async () => {
  const own = planOfUnit();
  await (await pages.as('agency', unit)).put(`${year.plan}/draft`, { content: { ...own, budgetTotal: (own.budgetTotal ?? 0) + 1_000_000 } }, 0);
  const { $ } = await agency.get(`${year.plan}/draft/budget?check=yes`);
  const link = $('#check-summary a').first();
  expect(link.text()).toContain('chênh 1.000.000 đồng');
  expect(link.attr('href')).toBe('#budgetTotal');
  const beside = $('input[name=budgetTotal]').closest('.govuk-form-group').find('.finding--blocking');
  expect(beside.text()).toContain(link.text());
  expect(beside.find('.finding__fix').text()).toContain('1.563.000.000 đồng');
  expect(beside.find('.finding__ground').text()).toContain('Luật Ngân sách');
  const elsewhere = await agency.get(`${year.plan}/draft/targets?check=yes`);
  expect(elsewhere.$('#check-summary a').first().attr('href')).toMatch(/\/draft\/budget\?check=yes#budgetTotal$/);
  const fragment = await agency.get(`${year.plan}/draft/budget/findings`);
  expect(fragment.$('html body header')).toHaveLength(0);
  expect(fragment.$('template[data-field="budgetTotal"]').html()).toContain('chênh 1.000.000 đồng');
});

it('does not submit what is blocked, and offers no button for it', async () => {
  const review = await agency.get(`${year.plan}/draft/review`);
  expect(review.$(`form[action="${year.plan}/draft/submit"]`)).toHaveLength(0);
  const csrf = String(review.$('input[name=_csrf]').first().val());
  const refused = await agency.post(`${year.plan}/draft/submit`, { _csrf: csrf, _key: 'mot-khoa-thu-nghiem', draftVersion: '1' });
  expect(refused.status).toBe(422);
  expect(refused.$('#check-summary').text()).toContain('chênh 1.000.000 đồng');
  expect((await duty())?.state).toBe('draft');
});

it('names the target in the summary, where the words of the finding alone do not', async () => {
  const targets = `${year.plan}/draft/targets`;
  await agency.fill(targets, targets, { 'targets.ct-04-1.value': '50', do: 'save' });
  expect((await agency.get(`${year.plan}/draft/review`)).$('#check-summary a[href$="#targets.ct-04-1.value"]').text()).toMatch(/^Cơ quan nhà nước kết nối Mạng truyền số liệu chuyên dùng: Cam kết 50%/);
  const typed = await agency.fill(targets, targets, { 'targets.ct-04-1.value': 'một trăm', do: 'save' });
  expect(typed.$('.govuk-error-summary a').text()).toMatch(/^Cơ quan nhà nước kết nối.*: số liệu: “một trăm” không phải là số/);
  await agency.fill(targets, targets, { 'targets.ct-04-1.value': '100', do: 'save' });
});

it('refuses to submit another version than the one that was shown', async () => {
  await agency.fill(`${year.plan}/draft/budget`, `${year.plan}/draft/budget`, { budgetTotal: '1563', do: 'save' });
  const { $ } = await agency.get(`${year.plan}/draft/review`);
  const form = Object.fromEntries($(`form[action="${year.plan}/draft/submit"]`).serializeArray().map(({ name, value }) => [name, value]));
  await agency.fill(`${year.plan}/draft/general`, `${year.plan}/draft/general`, { symbol: '200/KH-SNV', do: 'save' });
  const stale = await agency.post(`${year.plan}/draft/submit`, form);
  expect(stale.status).toBe(412);
  expect(stale.$('main').text()).toContain('200/KH-SNV');
  expect((await duty())?.state).toBe('draft');
});

it('gives one receipt for a double click, with number, hash and what happens next', async () => {
  const { $ } = await agency.get(`${year.plan}/draft/review`);
  const form = Object.fromEntries($(`form[action="${year.plan}/draft/submit"]`).serializeArray().map(({ name, value }) => [name, value]));
  const answers = await Promise.all([agency.post(`${year.plan}/draft/submit`, form), agency.post(`${year.plan}/draft/submit`, form)]);
  expect(answers.map(({ location }) => location)).toEqual([1, 2].map(() => `${year.plan}/versions/1/receipt`));
  expect(await pages.record.read.submissions.listOf(`plan/${year.cycle}/${unit}`)).toHaveLength(1);
  const receipt = await agency.get(`${year.plan}/versions/1/receipt`);
  expect(receipt.$('h1').text()).toBe('Biên nhận bản số 1');
  expect(receipt.$('.receipt code').text()).toBe((await duty())?.contentHash);
  expect(receipt.$('main').text()).toContain('Thẩm định bắt đầu lúc 08:00, 5/10/2021');
  const shown = await agency.get(`${year.plan}/draft/budget`);
  expect([shown.$('.page-head__lead').text(), shown.$('.form-actions button').not('fieldset[disabled] button').length, shown.$('fieldset[disabled] #budgetTotal').length]).toEqual(['Kế hoạch đã nộp, chờ bắt đầu thẩm định. Biểu mẫu chỉ để xem.', 0, 1]);
  expect((await agency.get(`${year.plan}/draft`)).$('.page-head__lead').text()).toContain('chỉ để xem');
});

it('takes it back with a reason, while that is possible', async () => {
  const empty = await agency.fill(`${year.plan}/withdraw`, `${year.plan}/withdraw`, { reason: '' });
  expect(empty.status).toBe(422);
  expect((await duty())?.state).toBe('submitted');
  const after = await agency.fill(`${year.plan}/withdraw`, `${year.plan}/withdraw`, { reason: 'Sửa kinh phí' });
  expect(after.$('.govuk-notification-banner').text()).toContain('Đã rút lại');
  expect((await duty())?.state).toBe('draft');
  const over = await agency.get(`${year.plan}/withdraw`);
  expect(over.$('#reason')).toHaveLength(0);
  expect(over.$('main').text()).toContain('Không có bản nộp nào còn rút lại được');
});

it('shows the reasons of a return at their places, and what has been mended since', async () => {
  await agency.fill(`${year.plan}/draft/review`, `${year.plan}/draft/submit`);
  await year.startAppraisal();
  await year.system(`plan/${year.cycle}/${unit}`, 'requestConclusion');
  const before = await duty();
  const lead = await pages.as('appraiser', 'so-tttt');
  await lead.post(`${year.plan}/conclusion`, { answer: 'return', reason: 'Kinh phí chưa rõ', pinned: [{ pointer: '/budget/1/amounts/central', text: 'Trung ương không bố trí.' }], contentHash: before?.contentHash });
  const page = await agency.get(year.plan);
  const work = (await agency.get('/work')).$(`main table a[href="${year.plan}"]`);
  expect(work.text()).toBe('Sửa kế hoạch bị trả lại');
  expect((await agency.get(`${year.plan}/draft`)).$('.finding--blocking').text()).toContain('Kinh phí chưa rõ');
  expect(page.$('#agency').text()).toMatch(/Kinh phí chưa rõ[\s\S]*trung ương[\s\S]*Trung ương không bố trí/i);
  expect(page.$('#agency li a').first().attr('href')).toBe(`${year.plan}/draft/budget#budget.kp-2.amounts.central`);
  expect((await agency.get(`${year.plan}/draft/budget`)).$('[id="budget.kp-2"]').next('.grid__said').text()).toContain('Trung ương không bố trí.');
  await agency.fill(`${year.plan}/draft/budget`, `${year.plan}/draft/budget`, { 'budget.kp-2.amounts.central': '', 'budget.kp-2.total': '278', do: 'save' });
  const mended = await agency.get(year.plan);
  expect(mended.$('#agency li').first().text()).toContain('đã sửa');
});

it('lists the year of the unit, with what is due', async () => {
  const { $ } = await agency.get(`/cycles/${year.cycle}/checklist`);
  expect($('tbody tr th').map((_, each) => $(each).text()).get()).toEqual(['Kế hoạch năm 2022', 'Báo cáo quý I', 'Báo cáo quý II', 'Báo cáo quý III', 'Báo cáo quý IV']);
  expect($('tbody tr').eq(2).text()).toContain('mở ngày');
  expect((await (await pages.visitor('committee', 'bcd-cds')).get(`/cycles/${year.cycle}/checklist`)).status).toBe(403);
});

it('submits a correction of a closed report with its reason', async () => {
  const own = planOfUnit();
  await pages.record.write(async (tx) => {
    const found = await tx.duties.find(`plan/${year.cycle}/${unit}`);
    if (found) await tx.duties.claim(found.id, found.version, { state: 'approved', approvedHash: found.contentHash });
  });
  await year.openReports('Q1');
  pages.clock.now = Date.parse('2022-03-16T09:00:00+07:00');
  const report = year.report('Q1');
  const program = await pages.as('agency', unit);
  expect((await program.put(`${report}/draft`, { content: { ...reportOfUnit('Q1', own), symbol: '50/BC-SNV' } }, 0)).status).toBe(200);
  const again = await pages.visitor('agency', unit, 'en');
  await again.fill(`${report}/draft/review`, `${report}/draft/submit`);
  await year.system(`report/${year.cycle}/Q1/${unit}`, 'accept');
  await again.fill(`${report}/draft/targets`, `${report}/draft/targets`, { 'targets.ct-05-1.numerator': '11', do: 'save' });
  const unexplained = await again.fill(`${report}/draft/review`, `${report}/draft/submit`, {});
  expect(unexplained.status).toBe(422);
  expect(unexplained.$('.govuk-error-summary a').attr('href')).toBe('#reason');
  const receipt = await again.fill(`${report}/draft/review`, `${report}/draft/submit`, { reason: 'Đếm nhầm một dịch vụ' });
  expect(receipt.$('main').text()).toContain('Đếm nhầm một dịch vụ');
  const latest = await pages.record.read.submissions.latestOf(`report/${year.cycle}/Q1/${unit}`);
  expect(latest).toMatchObject({ correction: true, number: 2, changes: expect.arrayContaining([expect.stringMatching(/numerator$/)]) });
});
