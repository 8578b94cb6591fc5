import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import { parts, plan, planOfUnit } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let agency: Visitor;
let secretary: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  agency = await pages.visitor('agency', 'so-nv');
  secretary = await pages.visitor('secretariat', parts.secretariat);
});
afterAll(() => pages.close());

const guided = 'Hướng dẫn xây dựng kế hoạch của chu kỳ đã ban hành';

let sent = 0;
/** As the ladder would; without a rung, by hand. */
const remind = (unit: string, to = 'unit', rung = 'plan/r1/2021-10-29/-5', of = unit): Promise<unknown> => pages.record.write((tx) => {
  sent += 1;
  return tx.reminders.insertMissing([{ id: `r-${sent}`, cycle: year.cycle, duty: planDutyId(year.cycle, of), unit, rung: `${rung}/${sent}`, to, escalation: to !== 'unit', dueAt: atTime('2021-10-29', '17:00'), sentAt: pages.clock.now }]);
});
const unread = ({ $ }: Shown): number => Number($('.top__unread').contents().last().text() || 0);
const told = ({ $ }: Shown): string[] => $('.inbox__row').toArray().map((each) => $(each).find('a, .inbox__open').first().text().replace('Chưa đọc: ', '').trim());
const clear = async (visitor: Visitor): Promise<void> => {
  const inbox = await visitor.get('/me/notices');
  if (inbox.$('form[action="/me/notices/reading"]').length > 0) await visitor.fill('/me/notices', '/me/notices/reading');
};

describe('the inbox', () => {
  it('says what will appear there, and the top bar shows no figure', async () => {
    const outside = [...(await pages.app.desk.registers.units()).keys()].find((code) => !plan.units.includes(code)) ?? '';
    const visitor = await pages.visitor('agency', outside);
    const shown = await visitor.get('/me/notices');
    expect(shown.$('.empty').text()).toContain('nhắc việc');
    expect(shown.$('.top__unread')).toHaveLength(0);
  });

  it('shows reminders to the own unit, counted on every page, with the place to go to', async () => {
    await clear(agency);
    await remind('so-nv');
    await remind('so-yt');
    const work = await agency.get('/work');
    expect(unread(work)).toBe(1);
    expect(told(await agency.get('/me/notices'))).toEqual(['Nhắc nộp kế hoạch, hạn thứ Sáu, 29/10/2021', guided]);
    const action = (await agency.get('/me/notices')).$('.inbox__open').closest('form').attr('action') ?? '';
    const opened = await agency.post(action, { _csrf: agency.csrf() });
    expect(opened.location).toBe(`/cycles/${year.cycle}/plans/so-nv`);
    expect(unread(await agency.get('/work'))).toBe(0);
    expect((await agency.get('/me/notices')).$('.inbox__row a').attr('href')).toBe(`/cycles/${year.cycle}/plans/so-nv`);
  });

  it('shows escalations to whom the ladder names', async () => {
    await clear(secretary);
    const [committee, appraiser, approver] = await Promise.all([pages.visitor('committee', parts.committee), pages.visitor('appraiser', parts.appraisers.investment), pages.visitor('approver', parts.approver)]);
    await remind('so-gtvt', 'secretariat');
    await remind('so-gtvt', 'committee');
    await remind(parts.appraisers.investment, 'unit', 'appraisal/r1/investment/2021-11-10/0', 'so-gtvt');
    await remind(parts.approver, 'unit', 'approval/r1/2021-11-20/0', 'so-gtvt');
    const first = async (visitor: Visitor): Promise<string | undefined> => told(await visitor.get('/me/notices'))[0];
    expect(await first(secretary)).toMatch(/^Đôn đốc: Sở Giao thông vận tải chưa nộp kế hoạch/);
    expect(await first(committee)).toMatch(/^Đôn đốc: Sở Giao thông vận tải chưa nộp kế hoạch/);
    expect(await first(appraiser)).toMatch(/^Nhắc cho ý kiến thẩm định kế hoạch của Sở Giao thông vận tải/);
    expect(await first(approver)).toMatch(/^Nhắc phê duyệt kế hoạch của Sở Giao thông vận tải/);
  });

  it('shows what was decided on the own plan, and what the committee asks', async () => {
    const visitor = await pages.visitor('agency', 'so-ct');
    const person = await pages.as('agency', 'so-ct');
    const submitted = await person.post(`/cycles/${year.cycle}/plans/so-ct/submissions`, { content: planOfUnit('so-ct') });
    expect(submitted.status, submitted.text).toBe(201);
    await year.startAppraisal('so-ct');
    await year.system(planDutyId(year.cycle, 'so-ct'), 'requestConclusion');
    const contentHash = (await pages.record.read.duties.find(planDutyId(year.cycle, 'so-ct')))?.contentHash;
    const concluded = await (await pages.as('appraiser', parts.leadAppraiser)).post(`/cycles/${year.cycle}/plans/so-ct/conclusion`, { answer: 'return', reason: 'Thiếu căn cứ', contentHash });
    expect(concluded.status, concluded.text).toBe(200);
    const directive = await (await pages.as('committee', parts.committee)).post(`/cycles/${year.cycle}/directives`, { text: 'Hoàn thành cấp độ an toàn', unit: 'so-ct', due: '2022-03-01' });
    expect(directive.status, directive.text).toBe(201);
    const shown = await visitor.get('/me/notices');
    expect(told(shown)).toEqual(['Ban chỉ đạo giao đơn vị thực hiện kết luận số 1, hạn thứ Ba, 1/3/2022', 'Thẩm định trả lại kế hoạch để sửa', guided]);
    expect(unread(shown)).toBe(3);
    expect(unread(await agency.get('/me/notices'))).toBe(0);
  });

  it('marks one as read, or all that were seen, and leaves what came meanwhile', async () => {
    await clear(agency);
    await remind('so-nv');
    await remind('so-nv');
    const inbox = await agency.get('/me/notices');
    const [newest] = inbox.$('.inbox__row').toArray().map((each) => inbox.$(each).attr('id')?.slice('notice-'.length) ?? '');
    await agency.fill('/me/notices', `/me/notices/${newest}/reading`);
    expect(unread(await agency.get('/work'))).toBe(1);
    const upTo = inbox.$('input[name="upTo"]').val() as string;
    await remind('so-nv');
    const after = await agency.post('/me/notices/reading', { _csrf: agency.csrf(), upTo });
    expect(after.status).toBe(303);
    expect(unread(await agency.get('/work'))).toBe(1);
    await agency.post('/me/notices/reading', { _csrf: agency.csrf(), upTo: '999999999' });
    expect(unread(await agency.get('/work'))).toBe(0);
    await remind('so-nv');
    expect(unread(await agency.get('/work'))).toBe(1);
  });

  it('keeps a notice of others from being opened or marked', async () => {
    await remind('so-yt');
    const other = await pages.visitor('agency', 'so-yt');
    const action = (await other.get('/me/notices')).$('.inbox__open').first().closest('form').attr('action') ?? '';
    const before = unread(await other.get('/work'));
    expect((await agency.post(action, { _csrf: agency.csrf() })).status).toBe(404);
    expect((await agency.post(action.replace('opening', 'reading'), { _csrf: agency.csrf() })).status).toBe(404);
    expect(unread(await other.get('/work'))).toBe(before);
  });

  it('is read by each colleague for himself, page by page', async () => {
    const visitor = await pages.visitor('agency', 'so-nv', 'en');
    for (let index = 0; index < 40; index += 1) await remind('so-nv');
    const first = await visitor.get('/me/notices');
    expect(told(first)).toHaveLength(30);
    const next = first.$('a[href^="/me/notices?cursor"]').attr('href') ?? '';
    expect(told(await visitor.get(next)).length).toBeGreaterThanOrEqual(10);
    await clear(agency);
    expect(unread(await visitor.get('/work'))).toBeGreaterThan(39);
  });
});
