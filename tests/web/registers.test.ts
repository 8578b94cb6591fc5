import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { parts, plan, unit } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let secretariat: Visitor;
let administrator: Visitor;
let agency: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  [secretariat, administrator, agency] = await Promise.all([pages.visitor('secretariat', parts.secretariat), pages.visitor('administrator', 'so-tttt'), pages.visitor('agency', unit)]);
});
afterAll(() => pages.close());

const source = 'Nghị quyết 01/NQ-HĐND';

describe('the register of units', () => {
  it('is searched without marks, for a day', async () => {
    const { $ } = await agency.get('/registers/units?q=noi+vu&on=2022-01-01');
    expect($('table.data tbody th').map((_, each) => $(each).text()).get()).toEqual(['Sở Nội vụ']);
    const csv = await agency.get('/registers/units.csv?q=noi+vu');
    expect(csv.text).toMatch(/^\uFEFFMã;Tên đơn vị[\s\S]*so-nv;Sở Nội vụ/);
  });

  it('takes a new unit, and keeps what was typed when it cannot', async () => {
    const typed = { code: 'tt-cds', name: 'Trung tâm Chuyển đổi số', level: 'department', parent: 'khong-co', validFrom: '2020-01-01', source };
    const refused = await secretariat.fill('/registers/new-unit', '/registers/new-unit', typed);
    expect([refused.status, refused.$('.govuk-error-summary a').attr('href'), refused.$('#name').val()]).toEqual([422, '#parent', typed.name]);
    const { $ } = await secretariat.fill('/registers/new-unit', '/registers/new-unit', { ...typed, parent: 'so-tttt' });
    expect([$('h1').text(), $('.timeline').text()]).toEqual([typed.name, expect.stringContaining(source)]);
  });

  it('merges units after saying what will happen, and keeps their history', async () => {
    await pages.record.write((tx) => tx.units.upsertMany(['phong-a', 'phong-b'].map((code) => ({ code, name: `Phòng ${code}`, level: 'department' as const, validFrom: '2020-01-01' }))));
    pages.app.desk.registers.forget();
    const form = await secretariat.get('/registers/unit-changes?kind=merge&units=phong-a&units=phong-b');
    expect(form.$('#units').val()).toContain('phong-b');
    const typed = { kind: 'merge', units: 'phong-a\nphong-b', code0: 'phong-ab', name0: 'Phòng AB', level: 'department', on: '2021-03-01', source, _csrf: secretariat.csrf(), _key: 'khoa-hop-nhat-1' };
    const asked = await secretariat.post('/registers/unit-changes', typed);
    expect(asked.$('.will').text()).toContain('Phòng AB (mã phong-ab) bắt đầu từ ngày 1/3/2021');
    expect(await pages.record.read.units.find('phong-ab')).toBeUndefined();
    const sent = { ...typed, confirmed: 'yes', _key: 'khoa-hop-nhat-2' };
    const [done, again] = [await secretariat.post('/registers/unit-changes', sent), await secretariat.post('/registers/unit-changes', sent)];
    expect([done.status, done.location, again.status, again.location]).toEqual([303, '/registers/units/phong-ab', 303, '/registers/units/phong-ab']);
    expect(await pages.record.read.units.find('phong-a')).toMatchObject({ validTo: '2021-02-28', successors: ['phong-ab'] });
    expect((await agency.get('/registers/units/phong-a')).$('main').text()).toContain('Phòng AB');
  });

  it('takes units by their names, with or without marks, and offers the names of those that last', async () => {
    const form = await secretariat.get('/registers/unit-changes?kind=merge&units=phong-ab');
    expect([form.$('#units').val(), form.$('#joins').attr('list'), form.$('#list-units option[value="Sở Y tế"]').length]).toEqual(['Phòng AB', 'list-units', 1]);
    const typed = { kind: 'merge', units: 'phòng ab', joins: 'Sở y tế', on: '2021-04-01', source, _csrf: secretariat.csrf(), _key: 'khoa-theo-ten-1' };
    expect((await secretariat.post('/registers/unit-changes', typed)).$('.will').text()).toContain('Nơi tiếp nhận: Sở Y tế');
    const unknown = await secretariat.post('/registers/unit-changes', { ...typed, joins: 'Sở Không Có', _key: 'khoa-theo-ten-2' });
    expect([unknown.status, unknown.$('#joins-error').text(), unknown.$('#joins').val()]).toEqual([422, expect.stringContaining('Sở Không Có'), 'Sở Không Có']);
  });

  it.each([
    ['a unit of a running cycle', { kind: 'close', units: unit, on: '2022-01-01' }, 'units', 'đang ở trong chu kỳ'],
    ['a day before its beginning', { kind: 'close', units: 'phong-ab', on: '2021-03-01' }, 'on', 'phải sau ngày bắt đầu'],
    ['one unit to merge', { kind: 'merge', units: 'phong-ab', code0: 'phong-x', name0: 'Phòng X', on: '2021-04-01' }, 'units', 'Số đơn vị'],
    ['a code that is taken', { kind: 'rename', units: 'phong-ab', code0: 'so-yt', name0: 'Sở Y', level: 'department', on: '2021-04-01' }, 'code0', 'đã có'],
  ])('refuses %s beside its field', async (_, typed, field, words) => {
    const { status, $ } = await secretariat.post('/registers/unit-changes', { level: 'department', ...typed, source, _csrf: secretariat.csrf(), _key: `khoa-${field}-0000` });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').map((_i, each) => $(each).attr('href')).get()).toContain(`#${field}`);
    expect($(`#${field}-error`).text()).toContain(words);
    expect($('#on').val()).toBe(typed.on);
  });

  it('lets a unit write its own contacts only, and shows them to nobody else of another unit', async () => {
    const wrong = await agency.fill(`/registers/units/${unit}/contacts`, `/registers/units/${unit}/contacts`, { 'focal-name': 'Nguyễn Văn A', 'focal-email': 'khong-phai-thu' });
    expect([wrong.status, wrong.$('.govuk-error-summary a').attr('href'), wrong.$('#focal-name').val()]).toEqual([422, '#focal-email', 'Nguyễn Văn A']);
    const { $ } = await agency.fill(`/registers/units/${unit}/contacts`, `/registers/units/${unit}/contacts`, { 'focal-name': 'Nguyễn Văn A', 'focal-email': 'a@gialai.gov.vn' });
    expect($('main').text()).toContain('a@gialai.gov.vn');
    expect((await (await pages.visitor('agency', 'so-yt')).get(`/registers/units/${unit}`)).text).not.toContain('a@gialai.gov.vn');
    expect((await agency.get('/registers/units/so-yt/contacts')).status).toBe(404);
  });

  it('is changed by nobody without the right', async () => {
    expect((await agency.get('/registers/new-unit')).status).toBe(403);
    expect((await agency.post('/registers/unit-changes', { kind: 'close', units: 'phong-ab', on: '2021-04-01', source, _csrf: agency.csrf(), _key: 'khoa-khong-quyen' })).status).toBe(403);
  });
});

describe('the working calendar', () => {
  it('shows a month as a table', async () => {
    const { $ } = await agency.get('/registers/calendar?month=2022-02');
    expect([$('h1').text(), $('table.month tbody tr').length, $('table.month thead th').length]).toEqual(['Lịch làm việc tháng 2/2022', 5, 7]);
    expect($('table.month .has-entry').first().text()).toContain('Tết');
    expect($('table.month a').length).toBe(0);
  });

  it('names the due dates that move before a day is set, then moves them', async () => {
    const { due } = (await pages.record.read.duties.find(planDutyId(year.cycle, unit))) ?? { due: '' };
    const day = `/registers/calendar/${due}`;
    const asked = await administrator.fill(day, day, { kind: 'holiday', name: 'Nghỉ bão', nameEn: 'Storm', source: 'Công điện 01' });
    expect(asked.$('.will').text()).toContain(`${plan.units.length} hạn đang mở được dời`);
    expect(asked.$('table.data').text()).toContain('Sở Nội vụ');
    expect((await pages.record.read.duties.find(planDutyId(year.cycle, unit)))?.due).toBe(due);
    const done = await administrator.post(day, { kind: 'holiday', name: 'Nghỉ bão', nameEn: 'Storm', source: 'Công điện 01', confirmed: 'yes', _csrf: administrator.csrf(), _key: 'khoa-nghi-bao' });
    expect(done.status).toBe(303);
    expect((await pages.record.read.duties.find(planDutyId(year.cycle, unit)))?.due).not.toBe(due);
  });

  it('takes days from a spreadsheet, and goes out as one', async () => {
    const typed = { days: 'date;kind;name;nameEn;source\n03/12/2021;holiday;"Nghỉ; bù";Off;Thông báo 9\n2021-12-04;working-swap;Làm bù;Worked;Thông báo 9' };
    const asked = await administrator.fill('/registers/calendar-import', '/registers/calendar-import', typed);
    expect(asked.$('table.data tbody tr').length).toBe(2);
    await administrator.post('/registers/calendar-import', { ...typed, confirmed: 'yes', _csrf: administrator.csrf(), _key: 'khoa-nhap-lich' });
    expect((await agency.get('/registers/calendar.csv?year=2021')).text).toContain('2021-12-03;holiday;"Nghỉ; bù";Off;Thông báo 9');
    const wrong = await administrator.fill('/registers/calendar-import', '/registers/calendar-import', { days: '2021-02-30;holiday;A;B;C' });
    expect([wrong.status, wrong.$('#days').val()]).toEqual([422, '2021-02-30;holiday;A;B;C']);
  });

  const importPage = '/registers/calendar-import';
  const event = (...lines: readonly string[]): string => `BEGIN:VEVENT\n${lines.join('\n')}\nEND:VEVENT\n`;
  const ics = (...events: readonly string[]): string => `BEGIN:VCALENDAR\nVERSION:2.0\n${events.join('')}END:VCALENDAR`;

  it('goes out as iCal, and taken back changes nothing', async () => {
    const file = await agency.get('/registers/calendar.ics?year=2024');
    expect(file.text).toContain('SUMMARY:Làm bù dịp Ngày Chiến thắng');
    const asked = await administrator.fill(importPage, importPage, { days: file.text });
    expect(asked.$('.will').text()).toContain('trong đó 0 ngày khác lịch hiện nay');
    expect(asked.$('.will').text()).toContain('Không có hạn nào đang mở phải dời');
    expect(asked.$('table.data tbody tr').first().text()).toContain('không đổi');
  });

  it('takes an iCal file after naming what changes and which due dates move', async () => {
    const { due } = (await pages.record.read.duties.find(planDutyId(year.cycle, unit))) ?? { due: '' };
    const typed = { days: ics(event(`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`, 'SUMMARY:Nghỉ lũ'), event('DTSTART;VALUE=DATE:20220207', 'DTEND;VALUE=DATE:20220209', 'SUMMARY:Nghỉ thêm Tết', 'DESCRIPTION:Công văn 7')), source: 'Công điện 02' };
    const asked = await administrator.fill(importPage, importPage, typed);
    const tables = asked.$('table.data').map((_, each) => asked.$(each).text()).get();
    expect(tables[0]).toMatch(/Nghỉ lũ[\s\S]*Công điện 02[\s\S]*7\/2\/2022[\s\S]*8\/2\/2022[\s\S]*Công văn 7/);
    expect(tables[1]).toContain('Sở Nội vụ');
    expect(await pages.record.read.duties.find(planDutyId(year.cycle, unit))).toMatchObject({ due });
    await administrator.post(importPage, { ...typed, confirmed: 'yes', _csrf: administrator.csrf(), _key: 'khoa-nhap-ical' });
    expect(await pages.record.read.duties.find(planDutyId(year.cycle, unit))).not.toMatchObject({ due });
    expect((await agency.get('/registers/calendar.csv?year=2022')).text).toContain('2022-02-08;holiday;Nghỉ thêm Tết;Nghỉ thêm Tết;Công văn 7');
  });

  it.each([
    ['an event without a document', { days: ics(event('DTSTART;VALUE=DATE:20220207', 'SUMMARY:Nghỉ')) }, 'Dòng 3: cần văn bản thông báo'],
    ['an event with a time', { days: ics(event('DTSTART:20220207T080000', 'SUMMARY:Họp')), source: 'x' }, 'Dòng 4: sự kiện có giờ'],
    ['a day on two lines', { days: ics(event('DTSTART;VALUE=DATE:20220207', 'SUMMARY:A'), event('DTSTART;VALUE=DATE:20220207', 'SUMMARY:B')), source: 'x' }, 'Dòng 7: ngày này đã có ở dòng khác (2022-02-07: 3)'],
    ['an empty calendar', { days: 'BEGIN:VCALENDAR\nEND:VCALENDAR' }, 'Không thấy ngày nào'],
    ['a CSV line with a wrong kind, counted with the empty ones', { days: '\n\n2022-02-07;le;A;B;C' }, 'Dòng 3: loại ngày phải là một trong holiday'],
  ])('refuses %s with line and reason, and keeps what was typed', async (_, typed, words) => {
    const before = await pages.record.read.calendarDays.list();
    const wrong = await administrator.fill(importPage, importPage, typed);
    expect([wrong.status, wrong.$('.govuk-error-summary').text()]).toEqual([422, expect.stringContaining(words)]);
    expect(wrong.$('#days').val()?.toString().trim()).toBe(typed.days.trim());
    expect(await pages.record.read.calendarDays.list()).toEqual(before);
  });

  it('is written by administrators only', async () => {
    expect((await secretariat.get('/registers/calendar/2022-02-03')).status).toBe(403);
  });
});

describe('rules', () => {
  it('are listed by filter and read in both languages', async () => {
    const list = await agency.get('/registers/rules?severity=blocking&stage=report');
    expect(list.$('table.data tbody tr').length).toBeGreaterThan(5);
    const { $ } = await agency.get('/registers/rules/budget-total-mismatch');
    expect($('section[lang=vi] dd').length).toBeGreaterThan(2);
    expect($('section[lang=en] dd').length).toBeGreaterThan(2);
  });

  it('lead to the waivers of running cycles', async () => {
    await pages.record.write((tx) => tx.waivers.insert(year.cycle, { unit, rule: 'no-focal-point', reason: 'Đơn vị mới lập', approver: 'UBND tỉnh', expires: '2022-12-31' }));
    expect((await secretariat.get('/registers/rules/no-focal-point')).$('main').text()).toContain('Đơn vị mới lập');
    expect((await (await pages.visitor('agency', 'so-yt')).get('/registers/rules/no-focal-point')).text).not.toContain('Đơn vị mới lập');
  });
});
