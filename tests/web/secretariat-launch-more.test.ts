import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarAt } from '../../domain/cycle-clock.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { parts, plan, start, unit } from '../support/api.ts';
import { aDocx, aPdf } from '../support/files.ts';
import { openTestPages, type Shown, type TestPages, type Typed, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let secretary: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  secretary = await pages.visitor('secretariat', parts.secretariat);
});
afterAll(() => pages.close());

const draftOf = async (key: string) => {
  const draft = (await pages.record.read.launchDrafts.listOpen()).find(({ content }) => content.key === key);
  if (!draft) throw new Error(`no draft ${key}`);
  return draft;
};

async function aLaunch(key: string): Promise<string> {
  await secretary.fill('/cycles/new', '/cycles/new', { planId: plan.id, key });
  return `/cycles/new/${(await draftOf(key)).id}`;
}
const step = (at: string, name: string, fields: Typed = {}): Promise<Shown> => secretary.fill(`${at}/${name}`, `${at}/${name}`, { button: 'next', ...fields });

describe('a launch of a rehearsal', () => {
  it('is a real year unless it is asked for', async () => {
    const at = await aLaunch('that');
    const { $ } = await secretary.get(`${at}/dates`);
    expect($('input[name=kind][checked]').val()).toBe('real');
    await step(at, 'dates');
    expect((await draftOf('that')).content.rehearsal).toBeNull();
    expect((await secretary.get(`${at}/preview`)).$('main').text()).not.toContain('diễn tập');
  });

  it.each([['nhanh'], [''], ['4'], ['601'], ['7,5'], ['-60']])('of %j minutes is refused, with what is accepted, and what was typed', async (minutes) => {
    const at = `/cycles/new/${(await draftOf('that')).id}`;
    const { status, $ } = await step(at, 'dates', { kind: 'rehearsal', minutes, 'allowances.appraisal': '9' });
    expect(status).toBe(422);
    expect($('#minutes-error').text()).toContain('số nguyên từ 5 đến 600');
    expect([$('#minutes').val() ?? '', $('input[name=kind][checked]').val(), $('[id="allowances.appraisal"]').val()]).toEqual([minutes, 'rehearsal', '9']);
    expect((await draftOf('that')).content.rehearsal).toBeNull();
  });

  it('asks for working days in numbers', async () => {
    const { status, $ } = await step(`/cycles/new/${(await draftOf('that')).id}`, 'dates', { 'allowances.revision': 'năm' });
    expect([status, $('[id="allowances.revision-error"]').text()]).toEqual([422, 'Cần một số nguyên từ 0 đến 120.']);
  });

  it('that would last longer than its own days is refused', async () => {
    const at = `/cycles/new/${(await draftOf('that')).id}`;
    const day = '2022-03-21';
    const typed = { guidance: day, draftsDue: day, appraisalDue: day, approvalDue: day, closing: day, ...Object.fromEntries([0, 1, 2, 3].flatMap((index) => ['from', 'to', 'due'].map((end) => [`periods.${index}.${end}`, day]))) };
    const { status, $ } = await step(at, 'dates', { ...typed, kind: 'rehearsal', minutes: '120' });
    expect([status, $('#minutes-error').text().trim()]).toEqual([422, `Lỗi: Các ngày của chu kỳ (${day}–${day}) quá gần nhau để diễn tập trong 120 phút; hãy giảm số phút.`]);
  });

  it('says so in the preview with its length, and opens a cycle with the banner whose year passes in that time', async () => {
    const at = await aLaunch('tap');
    await step(at, 'dates', { kind: 'rehearsal', minutes: '30', 'allowances.appraisal': '7' });
    const dates = await secretary.get(`${at}/dates`);
    expect([dates.$('#minutes').val(), dates.$('input[name=kind][checked]').val(), dates.$('[id="allowances.appraisal"]').val()]).toEqual(['30', 'rehearsal', '7']);
    const preview = await secretary.get(`${at}/preview`);
    expect(preview.$('.page-head__lead').text()).toBe(`Diễn tập trong 30 phút: 37 đơn vị, ${plan.targets.length} chỉ tiêu.`);
    expect(preview.$('.state-note').text()).toContain('cả năm qua trong 30 phút');
    expect(preview.$('.state-note + p').text()).toMatch(/một ngày kéo dài khoảng \d+(,\d)? giây; xa các hạn, khoảng \d+(,\d)? giây/);
    const opened = await secretary.fill(`${at}/preview`, `${at}/launch`);
    expect(opened.$('.rehearsal').text()).toMatch(/^Diễn tập – .* Lịch diễn tập khi mở trang này: thứ Sáu, 1\/10\/2021\.$/);
    const cycle = await pages.record.read.cycles.find('2022-tap');
    if (!cycle) throw new Error('no cycle');
    expect(cycle).toMatchObject({ rehearsal: true, settings: { allowances: { appraisal: 7 } } });
    expect([start, start + 30 * 60_000].map((at) => dateOf(calendarAt(cycle.clock, at)))).toEqual([cycle.settings.calendar.guidance, cycle.settings.calendar.closing]);
    pages.clock.now += 15 * 60_000;
    const halfway = calendarAt(cycle.clock, pages.clock.now);
    expect((await secretary.get(`/cycles/${cycle.id}`)).$('.rehearsal').text()).toContain(new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' }).format(halfway));
  });

  it('needs the second person where a launch does', async () => {
    const strict = await openTestPages({ launchNeedsSecondPerson: true });
    try {
      const alone = await strict.visitor('secretariat', parts.secretariat);
      await alone.fill('/cycles/new', '/cycles/new', { planId: plan.id, key: 'doi' });
      const [draft] = await strict.record.read.launchDrafts.listOpen();
      const at = `/cycles/new/${draft?.id ?? ''}`;
      await alone.fill(`${at}/dates`, `${at}/dates`, { kind: 'rehearsal', minutes: '30' });
      const { $ } = await alone.get(`${at}/preview`);
      expect([$(`form[action="${at}/launch"]`).length, $(`form[action="${at}/propose"]`).length]).toEqual([0, 1]);
    } finally {
      await strict.close();
    }
  });
});

describe('the files of the guidance, while the launch is prepared', () => {
  let at: string;
  let add: string;
  const kept = async (): Promise<readonly string[]> => (await readdir(join(dirname(pages.record.file), 'files'), { recursive: true }).catch(() => [])).filter((name) => /[0-9a-f]{30}/.test(name));
  const send = (name: string, bytes: Buffer, fields: Readonly<Record<string, string>> = {}): Promise<Shown> => secretary.upload(`${at}/guidance`, add, { name, bytes }, fields);
  beforeAll(async () => {
    at = await aLaunch('tep');
    add = `${at}/guidance/files`;
  });

  it('are added without scripts, beside a text that is kept as it stands', async () => {
    expect((await secretary.get(`${at}/guidance`)).$('.empty').text()).toContain('hiện ở đây');
    const { $ } = await send('Đề cương.pdf', aPdf('de-cuong'), { guidance: 'Theo đề cương kèm theo.' });
    expect($('.govuk-notification-banner').text()).toContain('Đã tải lên Đề cương.pdf.');
    expect($('#guidance').val()).toBe('Theo đề cương kèm theo.');
    const href = $('main a[download]').attr('href') ?? '';
    expect((await secretary.get(href)).headers['content-type']).toBe('application/pdf');
  });

  it('are sent twice and come to one', async () => {
    await send('Đề cương.pdf', aPdf('de-cuong'));
    expect((await draftOf('tep')).content.files).toHaveLength(1);
  });

  it.each([
    ['no file', '', Buffer.alloc(0), 'Chưa chọn tệp.'], ['a program', 'a.pdf', Buffer.from('MZ'.padEnd(500, 'x')), 'không phải PDF'],
    ['a macro file', 'a.docx', aDocx(['x'], [{ name: 'word/vbaProject.bin', data: 'x' }]), 'có chứa macro'], ['a marked document', 'a.docx', aDocx(['TUYỆT MẬT']), 'bí mật nhà nước'],
  ])('%s: refused with the reason, the text as typed, the draft as it was', async (_, name, bytes, reason) => {
    const before = [await draftOf('tep'), await kept()];
    const { status, $ } = await send(name, bytes, { guidance: 'Đang gõ dở' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect($('.govuk-error-summary').text()).toContain(reason);
    expect($('#guidance').val()).toBe('Đang gõ dở');
    expect([await draftOf('tep'), await kept()]).toEqual(before);
  });

  it('are not forgotten: one that was chosen and not sent stops the step', async () => {
    const { status, $ } = await step(at, 'guidance', { guidance: 'Gõ tiếp', file: 'C:\\fakepath\\b.pdf' });
    expect([status, $('#file-error').text(), $('#guidance').val()]).toEqual([422, expect.stringContaining('chưa được tải lên'), 'Gõ tiếp']);
  });

  it('are taken out again, and the text is kept', async () => {
    await send('Nhầm.pdf', aPdf('nham'));
    const { $ } = await secretary.get(`${at}/guidance`);
    const remove = $('button[formaction$="/removal"]').last().attr('formaction') ?? '';
    const shown = await secretary.fill(`${at}/guidance`, remove, { guidance: 'Theo đề cương.' });
    expect(shown.$('main a[download]').toArray().map((each) => shown.$(each).text())).toEqual(['Đề cương.pdf']);
    expect((await draftOf('tep')).content).toMatchObject({ guidance: 'Theo đề cương.', files: [{ name: 'Đề cương.pdf' }] });
    expect((await secretary.fill(`${at}/guidance`, `${at}/guidance`)).status).toBe(200);
  });

  it('do not overwrite what somebody else has saved meanwhile', async () => {
    const before = await draftOf('tep');
    expect((await send('Muộn.pdf', aPdf('muon'), { version: String(before.version - 1) })).status).toBe(412);
    expect(await draftOf('tep')).toEqual(before);
  });

  it('are the secretariat\'s alone', async () => {
    const agency = await pages.visitor('agency', unit);
    const { content: { files: [file] } } = await draftOf('tep');
    expect((await agency.get(`${add}/${file?.id}`)).status).toBe(403);
    expect((await agency.post(add, { _csrf: agency.csrf() })).status).toBe(403);
  });

  it('stay while the launch is prepared, however long, and are the guidance\'s of the cycle it opens', async () => {
    const { content: { files: [file] } } = await draftOf('tep');
    expect(await pages.record.read.attachments.isReferred(file?.hash ?? '')).toBe(true);
    const preview = await secretary.get(`${at}/preview`);
    expect(preview.$('main a[download]').text()).toBe('Đề cương.pdf');
    await secretary.fill(`${at}/preview`, `${at}/launch`);
    const shown = await secretary.get('/cycles/2022-tep/guidance/files');
    expect(shown.$('table.data tbody a').text()).toBe('Đề cương.pdf');
    expect((await secretary.get(shown.$('table.data tbody a').attr('href') ?? '')).status).toBe(200);
    expect((await pages.audit()).filter(({ act, cycle }) => act === 'addFile' && cycle === '2022-tep')).toHaveLength(1);
  });

  it('belong to nobody once the launch is dropped', async () => {
    at = await aLaunch('bo');
    add = `${at}/guidance/files`;
    await send('Chỉ ở đây.pdf', aPdf('chi-o-day'));
    const { content: { files: [file] } } = await draftOf('bo');
    await secretary.fill(`${at}/preview`, `${at}/drop`);
    expect(await pages.record.read.attachments.isReferred(file?.hash ?? '')).toBe(false);
  });
});
