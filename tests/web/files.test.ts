import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportContent } from '../../domain/submission.ts';
import { atTime } from '../../domain/plain-date.ts';
import { paths } from '../../web/paths.ts';
import { evidenceOf } from '../../web/pages/files/evidence.ts';
import { translateTo } from '../../web/view/translate.ts';
import { otherUnit, parts, plan, reportOfUnit, unit } from '../support/api.ts';
import { aDocx, aPdf } from '../support/files.ts';
import { openTestPages, type TestPages, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let agency: Visitor;
let place: { cycle: string; unit: string; quarter: 'Q1' };
let at: string;
const target = reportOfUnit('Q1').targets[0]?.target ?? '';

beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  pages.clock.now = atTime('2022-03-16', '10:00');
  await year.openReports('Q1');
  agency = await pages.visitor('agency', unit);
  place = { cycle: year.cycle, unit, quarter: 'Q1' };
  at = paths.files(place);
});
afterAll(() => pages.close());

const draft = async (): Promise<ReportContent> => (await (await pages.as('agency', unit)).get(`${year.report('Q1')}/draft`)).body.content;
const evidence = async (): Promise<readonly string[]> => (await draft()).targets.find((each) => each.target === target)?.evidence ?? [];
const stored = async (): Promise<readonly string[]> => readdir(join(dirname(pages.record.file), 'files'), { recursive: true }).catch(() => []);
const file = (name: string, bytes = aPdf(name)) => ({ name, bytes });

describe('the files of a report', () => {
  it('say what will appear, and are found from the report and beside the evidence of its form', async () => {
    expect((await agency.get(at)).$('.empty').text()).toContain('Tệp đã tải lên hiện ở đây');
    expect((await agency.get(paths.duty(place))).$(`a[href="${at}"]`).text()).toBe('Tệp minh chứng');
    const { $ } = await agency.get(paths.draftSection(place, 'targets'));
    expect($(`a[href="${paths.files(place, { for: `target:${target}` })}"]`)).toHaveLength(1);
  });

  it('are added for a target, without scripts, and are its evidence', async () => {
    const shown = await agency.upload(`${at}?for=target:${target}`, at, file('Biên bản.pdf'), { subject: `target:${target}` });
    expect(shown.$('.govuk-notification-banner').text()).toContain('Đã tải lên Biên bản.pdf.');
    expect(shown.$('h2.section').first().text()).toBe(`Chỉ tiêu: ${plan.targets.find(({ id }) => id === target)?.name}`);
    expect(shown.$('option[selected]').attr('value')).toBe(`target:${target}`);
    const link = shown.$('table.data a').attr('href') ?? '';
    expect(await evidence()).toEqual([`file:${link.split('/').at(-1)}`]);
    const { status, headers } = await agency.get(link);
    expect([status, headers['content-type'], headers['content-security-policy']]).toEqual([200, 'application/pdf', "sandbox; default-src 'none'"]);
    expect(headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('stay when the form beside them is saved, which shows them by name and not as references', async () => {
    const section = paths.draftSection(place, 'targets');
    const before = await evidence();
    const field = `targets.${target}.evidence`;
    const { $ } = await agency.get(section);
    expect($(`[id="${field}"]`).text()).toBe('');
    expect($('a[download]').text()).toBe('Biên bản.pdf');
    await agency.fill(section, section, { [field]: 'Công văn 12/SNV', do: 'save' });
    expect(await evidence()).toEqual([...before, 'Công văn 12/SNV']);
    await agency.fill(section, section, { [field]: '', do: 'save' });
    expect(await evidence()).toEqual(before);
  });

  it('are sent twice and come to one', async () => {
    const again = await agency.upload(at, at, file('Biên bản.pdf'), { subject: `target:${target}` });
    expect(again.$('table.data tbody tr')).toHaveLength(1);
    expect(await evidence()).toHaveLength(1);
  });

  it.each([
    ['no file', undefined, 'Chưa chọn tệp.'], ['a program', file('a.pdf', Buffer.from('MZ'.padEnd(500, 'x'))), 'không phải PDF'], ['a macro file', file('a.docx', aDocx(['x'], [{ name: 'word/vbaProject.bin', data: 'x' }])), 'có chứa macro'],
    ['a file too large', file('a.pdf', Buffer.concat([aPdf(), Buffer.alloc(21 * 2 ** 20)])), 'vượt quá 20 MB'], ['a marked document', file('a.docx', aDocx(['TUYỆT MẬT'])), 'bí mật nhà nước'],
  ])('%s: refused with the reason, the choice kept, the draft as it was', async (_, sent, reason) => {
    const before = [await draft(), await stored()];
    const shown = await agency.upload(at, at, sent, { subject: `target:${target}` });
    expect(shown.status).toBeGreaterThanOrEqual(400);
    expect(shown.$('.govuk-error-summary').text()).toContain(reason);
    expect(shown.$('option[selected]').attr('value')).toBe(`target:${target}`);
    expect([await draft(), await stored()]).toEqual(before);
  });

  it('show a name with markup as text', async () => {
    const shown = await agency.upload(at, at, file('<b>đậm<i> & x.pdf'));
    expect(shown.$('table.data b')).toHaveLength(0);
    expect(shown.text).not.toContain('<b>đậm');
    expect(shown.$('table.data').text()).toContain('b đậm i & x.pdf');
  });

  it('are taken in only with the token of the session, before the file', async () => {
    const before = await stored();
    const cookie = [...agency.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const post = () => request(pages.app.express).post(at).set('cookie', cookie);
    expect((await post().attach('file', aPdf('x'), 'x.pdf')).status).toBe(403);
    expect((await post().attach('file', aPdf('x'), 'x.pdf').field('_csrf', agency.csrf())).status).toBe(403);
    expect((await post().field('_csrf', 'khac').attach('file', aPdf('x'), 'x.pdf')).status).toBe(403);
    expect(await stored()).toEqual(before);
    expect((await request(pages.app.express).post(at).attach('file', aPdf('x'), 'x.pdf')).headers['location']).toBe(paths.signIn(at));
  });

  it('are linked by name where the submission is read', async () => {
    const [id] = (await evidence()).map((line) => line.replace('file:', ''));
    const content = reportOfUnit('Q1');
    const sender = await pages.as('agency', unit);
    const { status, text } = await sender.post(`${year.report('Q1')}/submissions`, { content: { ...content, targets: content.targets.map((each) => (each.target === target ? { ...each, evidence: [`file:${id}`, 'Công văn 12'] } : each)) } });
    expect(status, text).toBe(201);
    const secretariat = await pages.visitor('secretariat', parts.secretariat);
    for (const path of [paths.version(place, 1), paths.cell(year.cycle, 'Q1', unit, target)]) {
      const { $ } = await secretariat.get(path);
      expect($(`a[href="${paths.file(place, id ?? '')}"]`).first().text(), path).toBe('Biên bản.pdf');
      expect($('main').text()).not.toContain(`file:${id}`);
    }
    await sender.post(`${year.report('Q1')}/withdrawal`, { reason: 'Sửa' });
  });

  it('that are too large are refused at their field, with the choice kept', async () => {
    const refused = await agency.upload(`${at}?for=target:${target}`, at, file('Quá lớn.pdf', Buffer.concat([aPdf('Quá lớn'), Buffer.alloc(20 * 1024 * 1024)])), { subject: `target:${target}` });
    expect(refused.status).toBe(413);
    expect([refused.$('#file-error').text(), refused.$('.govuk-error-summary a').attr('href'), refused.$('#subject option[selected]').attr('value')]).toEqual([expect.stringContaining('20 MB'), '#file', `target:${target}`]);
  });

  it('are taken out', async () => {
    const { $ } = await agency.get(at);
    const action = $(`form[action$="/removal"]`).first().attr('action') ?? '';
    const shown = await agency.fill(at, action);
    expect(shown.$('.govuk-notification-banner').text()).toContain('Đã bỏ tệp');
    expect(shown.$(`form[action="${action}"]`)).toHaveLength(0);
  });

  it('are those of their unit: a foreign one finds no page, another role adds nothing', async () => {
    const foreign = await pages.visitor('agency', otherUnit);
    expect([(await foreign.get(at)).status, (await foreign.post(at, { _csrf: foreign.csrf() })).status]).toEqual([404, 404]);
    const secretariat = await pages.visitor('secretariat', parts.secretariat);
    const { $, status } = await secretariat.get(at);
    expect([status, $('input[type=file]').length, $('form[action$="/removal"]').length]).toEqual([200, 0, 0]);
    expect((await secretariat.post(at, { _csrf: secretariat.csrf() })).status).toBe(403);
  });
});

it('a plan has files of the whole of it', async () => {
  const of = paths.files({ cycle: year.cycle, unit });
  const shown = await agency.upload(of, of, file('Dự toán.docx', aDocx()));
  expect(shown.$('h2.section').first().text()).toBe('Cả hồ sơ');
  expect(shown.$('select')).toHaveLength(0);
});

it('the guidance has files that every member downloads', async () => {
  const secretariat = await pages.visitor('secretariat', parts.secretariat);
  const of = paths.guidanceFiles(year.cycle);
  expect((await secretariat.get(paths.cycle(year.cycle))).$(`a[href="${of}"]`)).toHaveLength(1);
  await secretariat.upload(of, of, file('Đề cương.docx', aDocx()));
  const { $ } = await (await pages.visitor('agency', otherUnit)).get(of);
  expect($('table.data a').text()).toBe('Đề cương.docx');
  expect($('input[type=file]')).toHaveLength(0);
  expect((await (await pages.visitor('agency', otherUnit)).get($('table.data a').attr('href') ?? '')).status).toBe(200);
  expect((await agency.post(of, { _csrf: agency.csrf() })).status).toBe(403);
});

it('evidence is read as names and links; what is no file stays as typed, a file that is gone says so', () => {
  const id = '0123456789abcdef';
  const read = evidenceOf(['Công văn 12', `file:${id}`, `file:${id.replace('0', '1')}`], new Map([[id, { id, name: 'a.pdf' }]]), { cycle: '2022-tinh', unit, quarter: 'Q1' }, { t: translateTo('vi') });
  expect(read).toEqual([{ text: 'Công văn 12' }, { text: 'a.pdf', href: `/cycles/2022-tinh/reports/Q1/${unit}/files/${id}` }, { text: '(tệp không còn)' }]);
});
