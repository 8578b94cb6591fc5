import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aspects } from '../../domain/plan.ts';
import { parts, plan, planOfUnit, unit } from '../support/api.ts';
import { openTestPages, type TestPages, type Typed, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let place: string;

beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  place = year.plan;
  const content = planOfUnit();
  await (await pages.as('agency', unit)).post(`${year.plan}/submissions`, { content });
  await year.startAppraisal();
});
afterAll(() => pages.close());

const appraiser = (aspect: (typeof aspects)[number]): Promise<Visitor> => pages.visitor('appraiser', parts.appraisers[aspect]);

describe('an appraiser', () => {
  it('finds in the queue what waits for it, and nothing of others', async () => {
    const { $ } = await (await appraiser('investment')).get(`/cycles/${year.cycle}/queue`);
    expect($('main tbody tr').length).toBe(1);
    expect($('main tbody tr').text()).toContain('vốn đầu tư');
    expect((await (await appraiser('recurrent')).get(`${place}/opinions/investment`)).status).toBe(404);
  });

  it('cannot agree to more than was asked, nor to less without a reason; what was typed stays', async () => {
    const visitor = await appraiser('investment');
    const address = `${place}/opinions/investment`;
    const { $ } = await visitor.get(address);
    const agreed = $('input[name^="agreed."]').first().attr('name') ?? '';
    const more: Typed = { [agreed]: '999.999', answer: 'agree', reason: 'Đồng ý' };
    const refused = await visitor.fill(address, address, more);
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary').text()).toContain('không thể cao hơn');
    expect(refused.$('input[name="' + agreed + '"]').val()).toBe('999.999');
    const less = await visitor.fill(address, address, { ...more, [agreed]: '1' });
    expect(less.$('.govuk-error-summary').text()).toContain('lý do');
    expect(less.$('textarea#reason').val()).toBe('Đồng ý');
  });

  it('gives its opinion once, however often the button is pressed', async () => {
    for (const aspect of aspects) {
      const visitor = await appraiser(aspect);
      const address = `${place}/opinions/${aspect}`;
      const form = await visitor.get(address);
      const fields = Object.fromEntries(form.$('main form').serializeArray().map(({ name, value }) => [name, value]));
      const sent = { ...fields, answer: 'agree', reason: `Thống nhất về ${aspect}` };
      const [first, second] = await Promise.all([visitor.post(address, sent), visitor.post(address, sent)]);
      expect([first.status, second.status]).toEqual([303, 303]);
      expect((await visitor.get(place)).text).toContain('thống nhất');
    }
    const given = await pages.record.read.opinions.listOf(`plan/${year.cycle}/${unit}`);
    expect(given.map(({ answer }) => answer)).toEqual(aspects.map(() => 'agree'));
  });
});

describe('the lead appraiser', () => {
  it('owes a reason when it returns a plan, pinned where it belongs', async () => {
    await year.system(`plan/${year.cycle}/${unit}`, 'requestConclusion');
    const lead = await pages.visitor('appraiser', parts.leadAppraiser);
    const address = `${place}/conclusion`;
    const refused = await lead.fill(address, address, { answer: 'concludeReturn', reason: '' });
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary').text()).toContain('lý do');
    const done = await lead.fill(address, address, { answer: 'concludeFit', reason: '', pinPlace: ['', '', ''], pinText: ['', '', ''] });
    expect(done.$('.govuk-notification-banner__heading').text()).toContain('đủ điều kiện');
  });
});

describe('the approver', () => {
  it('approves what it ticked, after seeing the list', async () => {
    const approver = await pages.visitor('approver', plan.roles.approver);
    const { $ } = await approver.get(`/cycles/${year.cycle}/queue`);
    expect($('input[type=checkbox][name=unit]').attr('value')).toBe(unit);
    const many = `/cycles/${year.cycle}/queue/decisions`;
    const list = await approver.get(`${many}?what=decide&unit=${unit}`);
    expect(list.$('main tbody tr').text()).toMatch(/Sở Nội vụ.*Bản số 1.*1\.563/);
    expect(list.$('main tbody a').attr('href')).toBe(`${place}/decision`);
    const done = await approver.fill(`${many}?what=decide&unit=${unit}`, many);
    expect(done.$('.govuk-notification-banner__heading').text()).toContain('Đã ghi quyết định');
    expect((await pages.record.read.duties.find(`plan/${year.cycle}/${unit}`))?.state).toBe('approved');
  });

  it('is the only one who can', async () => {
    const stranger = await pages.visitor('appraiser', parts.appraisers.recurrent);
    const address = `/cycles/${year.cycle}/queue/decisions`;
    await stranger.get('/me');
    const { status } = await stranger.post(address, { _csrf: stranger.csrf(), _key: 'khoa-thu-nghiem', what: 'decide', unit: 'so-yt', 'hash.so-yt': 'a'.repeat(64), reason: '' });
    expect(status).toBe(403);
  });
});
