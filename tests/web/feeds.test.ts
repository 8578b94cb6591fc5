import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretId } from '../../api/use-cases/passwords.ts';
import { planDutyId, reportDutyId } from '../../domain/ids.ts';
import { otherUnit, parts, plan, planOfUnit, unit } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
beforeAll(async () => {
  pages = await openTestPages({ publicUrl: 'https://chutrinh.tinh.example/' });
  year = await pages.aYear();
});
afterAll(() => pages.close());

const read = (path: string) => request(pages.app.express).get(path);

/** Makes a calendar on the page; answers its path, as shown this once. */
async function feedOf(visitor: Visitor, kind: 'person' | 'unit'): Promise<string> {
  const once = await visitor.fill('/me/calendar', '/me/calendar', { kind });
  const address = once.$('#address').text();
  expect(address).toMatch(/^https:\/\/chutrinh\.tinh\.example\/calendar\/[\w-]{43}\.ics$/);
  return new URL(address).pathname;
}

/** Where the form that revokes it is sent. */
const revokeOf = (path: string): string => `/me/calendar/${secretId(path.slice('/calendar/'.length, -'.ics'.length))}/revoke`;

/** Entries by UID: folded lines put together, one map a VEVENT. */
async function entriesOf(path: string): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const { status, text } = await read(path);
  expect(status).toBe(200);
  const blocks = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n').slice(1);
  return new Map(blocks.map((block) => {
    const lines = Object.fromEntries(block.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
    return [lines['UID'] ?? '', lines] as const;
  }));
}

const planUid = (of = unit) => `${planDutyId(year.cycle, of)}@chu-trinh`;

describe('a calendar at a secret address', () => {
  it('shows what a unit owes as whole days, and the rounds to come', async () => {
    const path = await feedOf(await pages.visitor('agency', unit), 'unit');
    const { headers } = await read(path);
    expect(headers).toMatchObject({ 'content-type': expect.stringContaining('text/calendar'), 'cache-control': 'private, max-age=900', 'x-robots-tag': expect.stringContaining('noindex') });
    const entries = await entriesOf(path);
    expect(entries.get(planUid())).toMatchObject({ 'DTSTART;VALUE=DATE': plan.calendar.draftsDue.replaceAll('-', ''), SUMMARY: 'Hạn nộp kế hoạch năm 2022', 'URL;VALUE=URI': `https://chutrinh.tinh.example${year.plan}` });
    expect(entries.get(`${reportDutyId(year.cycle, 'Q2', unit)}@chu-trinh`)?.['SUMMARY']).toBe('Hạn nộp báo cáo quý II năm 2022');
  });

  it('reminds on working mornings: three before the day, and the one before', async () => {
    const { text } = await read(await feedOf(await pages.visitor('agency', unit), 'unit'));
    const event = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').find((each) => each.includes(`UID:${reportDutyId(year.cycle, 'Q1', unit)}@`));
    expect(event).toContain('DTSTART;VALUE=DATE:20220321');
    // Monday: the Wednesday and the Friday before, at eight in Ho Chi Minh City
    expect(event?.match(/TRIGGER.*/g)).toEqual(['TRIGGER;VALUE=DATE-TIME:20220316T010000Z', 'TRIGGER;VALUE=DATE-TIME:20220318T010000Z']);
  });

  it('holds nothing of other units', async () => {
    for (const kind of ['person', 'unit'] as const) {
      const { text } = await read(await feedOf(await pages.visitor('agency', unit), kind));
      expect(text.replaceAll('\r\n ', '')).toContain(`/${unit}@chu-trinh`);
      expect(text).not.toContain(otherUnit);
    }
  });

  it('moves the entry when the date is extended, under the same UID', async () => {
    const path = await feedOf(await pages.visitor('agency', unit), 'unit');
    const before = (await entriesOf(path)).get(planUid());
    const secretariat = await pages.as('secretariat', parts.secretariat);
    const extended = await secretariat.post(`${year.plan}/extension`, { due: '2021-11-05', reason: 'Chờ số liệu' });
    expect(extended.status, extended.text).toBe(200);
    const after = (await entriesOf(path)).get(planUid());
    expect(after?.['DTSTART;VALUE=DATE']).toBe('20211105');
    expect(Number(after?.['SEQUENCE'])).toBeGreaterThan(Number(before?.['SEQUENCE']));
    expect(String(after?.['LAST-MODIFIED']) > String(before?.['LAST-MODIFIED'])).toBe(true);
  });

  it('shows an appraiser everything that waits in one entry a kind and day', async () => {
    const answer = await (await pages.as('agency', otherUnit)).post(`/cycles/${year.cycle}/plans/${otherUnit}/submissions`, { content: planOfUnit(otherUnit) });
    expect(answer.status, answer.text.slice(0, 500)).toBe(201);
    await year.startAppraisal(otherUnit);
    const path = await feedOf(await pages.visitor('appraiser', parts.appraisers.investment), 'person');
    const titles = [...(await entriesOf(path)).values()].map(({ SUMMARY }) => SUMMARY);
    expect(titles).toContainEqual(expect.stringContaining('Cho ý kiến thẩm định kế hoạch năm 2022 (vốn đầu tư): '));
  });

  it('answers 404 once revoked, and for anything that is no address, all alike', async () => {
    const visitor = await pages.visitor('agency', unit);
    const path = await feedOf(visitor, 'person');
    const revoke = revokeOf(path);
    expect((await read(path)).status).toBe(200);
    const page = await visitor.fill('/me/calendar', revoke);
    expect(page.text).toContain('đã thu hồi');
    const unknown = `/calendar/${'x'.repeat(43)}.ics`;
    const answers = await Promise.all([path, unknown, '/calendar/x.ics'].map((each) => read(each)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(answers.map(({ headers }) => headers['cache-control'])).not.toContain('private, max-age=900');
  });

  it('is revoked by its unit only, and ends with a lock of its holder', async () => {
    const visitor = await pages.visitor('agency', unit);
    const path = await feedOf(visitor, 'person');
    const revoke = revokeOf(path);
    const foreign = await pages.visitor('agency', otherUnit);
    expect((await foreign.post(revoke, { _csrf: foreign.csrf() })).status).toBe(404);
    expect((await read(path)).status).toBe(200);
    await pages.record.write((tx) => tx.accounts.update(visitor.id, { lockedAt: 1 }));
    expect((await read(path)).status).toBe(404);
    await pages.record.write((tx) => tx.accounts.update(visitor.id, { lockedAt: null }));
  });

  it('offers one\'s own work first', async () => {
    const page = await (await pages.visitor('agency', unit)).get('/me/calendar');
    expect(page.$('input[name=kind]:checked').map((_, each) => page.$(each).val()).get()).toEqual(['person']);
  });

  it('keeps only a hash of the secret, and refuses a calendar that there is not', async () => {
    const visitor = await pages.visitor('agency', unit);
    const secret = (await feedOf(visitor, 'unit')).slice('/calendar/'.length, -'.ics'.length);
    const kept = JSON.stringify([await pages.record.read.feeds.listOf(visitor.id, unit), await pages.audit()]);
    expect(kept).not.toContain(secret);
    const refused = await visitor.fill('/me/calendar', '/me/calendar', { kind: 'province' });
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary').length).toBe(1);
  });
});
