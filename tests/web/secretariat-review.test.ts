import { afterAll, beforeAll, expect, it } from 'vitest';
import { atTime } from '../../domain/plain-date.ts';
import { parts, reportOfUnit, type Year } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let secretary: Visitor;
let agency: Visitor;
let review: string;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  pages.clock.now = atTime('2022-03-16', '09:00');
  await year.openReports('Q1');
  const sent = await (await pages.as('agency', 'so-nv')).post(`${year.report('Q1')}/submissions`, { content: reportOfUnit('Q1') });
  if (sent.status !== 201) throw new Error(sent.text);
  secretary = await pages.visitor('secretariat', parts.secretariat);
  agency = await pages.visitor('agency', 'so-nv');
  review = `/cycles/${year.cycle}/reports/Q1/so-nv/review`;
});
afterAll(() => pages.close());

it('shows each figure beside its threshold, with what the check found', async () => {
  const { $ } = await secretary.get(review);
  expect($('table.data tbody tr').length).toBeGreaterThan(10);
  expect($('.finding').length).toBeGreaterThan(0);
});

it('wants a reason for a return, and keeps what was pinned', async () => {
  const { status, $ } = await secretary.fill(review, review, { answer: 'returnReport', reason: '', 'pin.0': 'Thiếu minh chứng' });
  expect(status).toBe(422);
  expect($('[name="pin.0"]').val()).toBe('Thiếu minh chứng');
  expect($('input[value=returnReport]').attr('checked')).toBeDefined();
});

it('returns with reasons pinned to their places', async () => {
  const done = await secretary.fill(review, review, { answer: 'returnReport', reason: 'Cần bổ sung', 'pin.0': 'Thiếu minh chứng' });
  expect(done.$('.govuk-notification-banner__heading').text()).toContain('Báo cáo đã trả lại');
  const [decision] = await pages.record.read.decisions.listOf(`report/${year.cycle}/Q1/so-nv`);
  expect(decision).toMatchObject({ kind: 'returnReport', reason: 'Cần bổ sung', pinned: [{ pointer: '/targets/0', text: 'Thiếu minh chứng' }] });
});

it('is the secretariat\'s', async () => {
  expect((await agency.get(review)).status).toBe(403);
});

it('tells the return with its reason in the unit\'s story, beside the submission and its verdict', async () => {
  const { $ } = await secretary.get(`/cycles/${year.cycle}/units/so-nv`);
  expect($('.timeline li').first().text()).toContain('Trả lại: Báo cáo quý I');
  expect($('.timeline li').first().text()).toContain('Lý do: Cần bổ sung');
  expect($(`table.data a[href="${year.report('Q1')}/versions/1"]`).closest('tr').text()).toContain('cảnh báo');
});
