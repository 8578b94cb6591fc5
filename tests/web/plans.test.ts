import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../domain/content-hash.ts';
import { loadPlan } from '../../plans/load.ts';
import { parts, plan, unit } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let secretariat: Visitor;
let agency: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  const before = loadPlan('gia-lai-2019');
  await pages.record.write((tx) => tx.planDocuments.put(contentHash(before), before));
  [secretariat, agency] = await Promise.all([pages.visitor('secretariat', parts.secretariat), pages.visitor('agency', unit)]);
});
afterAll(() => pages.close());

/** A draft that begins with the 2022 plan; answers its address. */
async function aDraft(id: string): Promise<string> {
  const { location } = await secretariat.post('/plan-drafts/new', { base: plan.id, plan: id, title: 'Kế hoạch năm 2023', year: '2023', _csrf: secretariat.csrf(), _key: `khoa-${id}` });
  return location;
}

describe('plans', () => {
  it('are read with clause and quote of every target', async () => {
    const { $, text } = await agency.get(`/plans/${plan.id}`);
    expect($('h2#targets').nextAll('.table-scroll').first().find('tbody tr').length).toBe(plan.targets.length);
    expect(text).toContain(plan.targets[0]?.clause);
    expect($(`tr#${plan.targets[0]?.id} blockquote`).text()).toBe(plan.targets[0]?.quote);
    expect((await agency.get(`/plans/${plan.id}/targets.csv`)).text).toMatch(/^\uFEFFMã;Chỉ tiêu;So sánh;Mức/);
    expect((await agency.get('/plans/khong-co')).status).toBe(404);
  });

  it('have their tables on a page of their own, each of them reached from the plan', async () => {
    const { $ } = await agency.get(`/plans/${plan.id}`);
    const links = plan.tables.map(({ id }) => $(`a[href="/plans/${plan.id}/tables#${id}"]`).text());
    expect(links).toEqual(plan.tables.map(({ title }) => title));
    const tables = await agency.get(`/plans/${plan.id}/tables`);
    expect(plan.tables.map(({ id }) => tables.$(`table#${id} tbody tr`).length)).toEqual(plan.tables.map(({ rows }) => rows.length));
  });

  it('are compared with the year before by stable code', async () => {
    const { $ } = await agency.get(`/plans/${plan.id}/changes`);
    expect($('#since').val()).toBe('gia-lai-2019');
    const kinds = new Set($('table.data tbody .state').map((_, each) => $(each).text()).get());
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['không còn', 'mới']));
  });
});

describe('a plan that is written', () => {
  it('is nobody\'s but the secretariat\'s', async () => {
    expect((await agency.get('/plan-drafts')).status).toBe(403);
    expect((await agency.post('/plan-drafts/new', { plan: 'x', title: 'x', year: '2023', _csrf: agency.csrf(), _key: 'khoa-cua-don-vi' })).status).toBe(403);
  });

  it('is proposed from the newest plan of one\'s own unit, and an empty one stays chosen', async () => {
    const { $ } = await secretariat.get('/plan-drafts/new');
    expect([$('#base').val(), $('#plan').val(), $('#year').val()]).toEqual([plan.id, plan.id.replace('2022', '2023'), '2023']);
    const kept = await secretariat.fill('/plan-drafts/new', '/plan-drafts/new', { base: '', plan: 'Sai Mã' });
    expect([kept.status, kept.$('#base').val(), kept.$('#plan').val()]).toEqual([422, '', 'Sai Mã']);
  });

  it('begins with who took over from units that have ended since, written by their names', async () => {
    await secretariat.get('/plan-drafts/new');
    const { location } = await secretariat.post('/plan-drafts/new', { base: plan.id, plan: 'gia-lai-2027', title: 'Kế hoạch năm 2027', year: '2027', _csrf: secretariat.csrf(), _key: 'khoa-nam-2027' });
    const body = (await pages.record.read.planDrafts.find(location.split('/')[2] ?? ''))?.body;
    expect([body?.units.includes('so-tttt'), body?.units.includes('ubnd-pleiku'), body?.units.includes('so-khcn'), body?.roles.secretariat]).toEqual([false, false, true, 'so-khcn']);
    const { $ } = await secretariat.get(`${location}/roles`);
    expect([$('[id="roles.secretariat"]').val(), $('#units').val()]).toEqual(['Sở Khoa học và Công nghệ', expect.stringContaining('Sở Tài chính')]);
    expect($('main').text()).not.toContain('units');
    const typed = { 'roles.approver': 'so y te', units: 'Sở Nội vụ\nso-tc, so-yt' };
    const unknown = await secretariat.fill(`${location}/roles`, `${location}/roles`, { ...typed, units: 'Sở Lạ' });
    expect([unknown.status, unknown.$('#units-error').length, unknown.$('#units').val()]).toEqual([422, 1, 'Sở Lạ']);
    const saved = await secretariat.fill(`${location}/roles`, `${location}/roles`, typed);
    expect(saved.$('.govuk-notification-banner').text()).toContain('Đã lưu');
    const after = (await pages.record.read.planDrafts.find(location.split('/')[2] ?? ''))?.body;
    expect([after?.roles.approver, after?.units]).toEqual(['so-yt', ['so-nv', 'so-tc', 'so-yt']]);
  });

  it('begins once, however often the button is pressed, and keeps what was typed when it cannot', async () => {
    const [first, second] = [await aDraft('gia-lai-lan-1'), await aDraft('gia-lai-lan-1')];
    expect(first).toMatch(/^\/plan-drafts\//);
    expect(second).toBe(first);
    const { status, $ } = await secretariat.fill('/plan-drafts/new', '/plan-drafts/new', { plan: 'Sai Mã', title: 'Kế hoạch', year: '2023' });
    expect([status, $('.govuk-error-summary a').attr('href'), $('#plan').val(), $('#title').val()]).toEqual([422, '#plan', 'Sai Mã', 'Kế hoạch']);
  });

  it('has its entries changed one by one, figures in Vietnamese form', async () => {
    const draft = await aDraft('gia-lai-sua');
    const target = plan.targets.find(({ threshold, milestones }) => threshold === 90 && !milestones) ?? plan.targets[0];
    const form = `${draft}/targets/${target?.id ?? ''}`;
    const done = await secretariat.fill(form, form, { threshold: '97,5', 'milestones.Q2': '50' });
    expect(done.$('h1').text()).toBe('Chỉ tiêu');
    const body = (await pages.record.read.planDrafts.find(draft.split('/')[2] ?? ''))?.body;
    expect(body?.targets.find(({ id }) => id === target?.id)).toEqual({ ...target, threshold: 97.5, milestones: { Q2: 50 }, dueYear: 2023 });
    const wrong = await secretariat.fill(form, form, { threshold: 'nhiều', name: 'Tên mới' });
    expect([wrong.status, wrong.$('.govuk-error-summary a').attr('href'), wrong.$('#name').val()]).toEqual([422, '#threshold', 'Tên mới']);
  });

  it('keeps every entry as it was when its form is sent unchanged', async () => {
    const draft = await aDraft('gia-lai-nguyen');
    const id = draft.split('/')[2] ?? '';
    const before = (await pages.record.read.planDrafts.find(id))?.body;
    const table = before?.tables[0];
    const places = ['head', 'calendar', 'roles', `targets/${before?.targets[3]?.id}`, `tasks/${before?.tasks[0]?.id}`, `tables/${table?.id}`, `tables/${table?.id}/rows/${table?.rows[2]?.id}`, 'responsibilities/1', `legalGrounds/${before?.legalGrounds[0]?.id}`];
    for (const place of places) expect((await secretariat.fill(`${draft}/${place}`, `${draft}/${place}`)).status, place).toBe(200);
    expect((await pages.record.read.planDrafts.find(id))?.body).toEqual(before);
  });

  it('overwrites nothing that another editor has changed meanwhile, and shows both', async () => {
    const draft = await aDraft('gia-lai-hai-nguoi');
    const form = `${draft}/tasks/${plan.tasks[0]?.id}`;
    const stale = await secretariat.get(form);
    const was = stale.$('input[name=was]').first().val() as string;
    await secretariat.fill(form, form, { words: 'Bản của người thứ nhất' });
    const second = await secretariat.fill(form, form, { was, words: 'Bản của người thứ hai' });
    expect(second.status).toBe(412);
    expect(second.$('table.data').first().text()).toContain('Bản của người thứ nhất');
    expect(second.$('#words').val()).toBe('Bản của người thứ hai');
    const current = second.$('input[name=was]').first().val() as string;
    const saved = await secretariat.fill(form, form, { was: current, words: 'Bản của người thứ hai' });
    expect(saved.status).toBe(200);
    expect((await pages.record.read.planDrafts.find(draft.split('/')[2] ?? ''))?.body.tasks[0]?.words).toBe('Bản của người thứ hai');
  });

  it('takes targets from the library with their thresholds by year', async () => {
    const draft = await aDraft('gia-lai-thu-vien');
    const { $ } = await secretariat.get(`${draft}/library`);
    const code = $('input[name=codes]').first().val() as string;
    await secretariat.post(`${draft}/library`, { codes: code, _csrf: secretariat.csrf(), _key: 'khoa-thu-vien' });
    const done = await secretariat.get(`${draft}/targets`);
    expect(done.$('main').text()).toContain(code);
    expect((await pages.record.read.planDrafts.find(draft.split('/')[2] ?? ''))?.body.targets.find((target) => target.code === code)?.dueYear).toBe(2023);
  });

  it('takes a pasted table of targets after showing what each row was read as', async () => {
    const draft = await aDraft('gia-lai-dan');
    const path = `${draft}/pasted-targets`;
    const table = 'Mã\tChỉ tiêu\tMức\tĐơn vị tính\tĐiểm, khoản\tQuý II\nho-so-moi\tHồ sơ trực tuyến\t≥ 97,5\t%\tMục I.1\t50\nsai-so\tChỉ tiêu sai\tnhiều\t%\tMục I.2\t';
    const stopped = await secretariat.fill(path, path, { table });
    expect(stopped.$('table.data').text()).toContain('“nhiều” không phải số');
    expect(stopped.$('input[name=confirmed]').length).toBe(0);
    const good = table.replace('nhiều', '1.234,5');
    const asked = await secretariat.fill(path, path, { table: good });
    expect(asked.$('table.data').text()).toContain('tối thiểu 97,5%');
    const id = draft.split('/')[2] ?? '';
    const count = async (): Promise<number> => (await pages.record.read.planDrafts.find(id))?.body.targets.length ?? 0;
    expect(await count()).toBe(plan.targets.length);
    const sent = { table: good, confirmed: 'yes', _csrf: secretariat.csrf(), _key: 'khoa-dan-bang' };
    expect((await secretariat.post(path, sent)).status).toBe(303);
    expect((await secretariat.post(path, sent)).status).toBe(303);
    expect(await count()).toBe(plan.targets.length + 2);
    expect((await pages.record.read.planDrafts.find(id))?.body.targets.at(-2)).toMatchObject({ code: 'ho-so-moi', threshold: 97.5, comparator: 'at-least', milestones: { Q2: 50 } });
  });

  it('reads whom pasted targets apply to as the plan would say it, and names what it does not know', async () => {
    const draft = await aDraft('gia-lai-ap-dung');
    const path = `${draft}/pasted-targets`;
    const row = (code: string, scope: string, reporter = ''): string => `${code}\tChỉ tiêu ${code}\t≥ 50\t%\tMục I\t${scope}\t${reporter}`;
    const head = 'Mã\tChỉ tiêu\tMức\tĐơn vị tính\tĐiểm, khoản\tÁp dụng cho\tĐơn vị báo cáo';
    const good = [head, row('moi-so', 'Sở, ban, ngành; cấp huyện'), row('mot-nhom', 'cơ quan Đảng'), row('hai-don-vi', 'so-tc, Sở Văn hóa, Thể thao và Du lịch, UBND huyện Đức Cơ'), row('muc-rieng', 'district; so-tc = 95,5'), row('bo-trong', ''), row('mot-noi', 'cấp tỉnh', 'Sở Nội vụ')];
    const wrong = await secretariat.fill(path, path, { table: [...good, row('sai-cho', 'cấp huyện; phường xã'), row('sai-nguoi', 'cấp huyện', 'Sở Nào Đó')].join('\n') });
    const rows = wrong.$('table.data tbody tr').toArray().map((each) => wrong.$(each).text().replaceAll(/\s+/g, ' '));
    expect(rows[6]).toContain('Áp dụng cho: “phường xã” không phải cấp, nhóm hay đơn vị trong danh mục. Chấp nhận: cấp (“cấp tỉnh”');
    expect(rows[7]).toContain('Đơn vị báo cáo: “Sở Nào Đó” không phải mã hay tên');
    expect(rows[0]).toContain('sở, ban, ngành, cấp huyện');
    const table = good.join('\n');
    await secretariat.fill(path, path, { table });
    expect((await secretariat.post(path, { table, confirmed: 'yes', _csrf: secretariat.csrf(), _key: 'khoa-ap-dung' })).status).toBe(303);
    const added = (await pages.record.read.planDrafts.find(draft.split('/')[2] ?? ''))?.body.targets.slice(-6) ?? [];
    expect(added.map(({ appliesTo, reportedBy }) => ({ ...appliesTo, reportedBy }))).toEqual([
      { levels: ['department', 'district'], reportedBy: 'each' }, { groups: ['co-quan-dang'], reportedBy: 'each' }, { units: ['so-tc', 'so-vhttdl', 'ubnd-duc-co'], reportedBy: 'each' },
      { levels: ['district'], units: ['so-tc'], unitThresholds: { 'so-tc': 95.5 }, reportedBy: 'each' }, { levels: ['department', 'district'], reportedBy: 'each' }, { levels: ['province'], reportedBy: 'so-nv' },
    ]);
  });

  it('is checked by place and published as a numbered version, while the running cycle keeps its own', async () => {
    const draft = await aDraft(plan.id);
    const id = draft.split('/')[2] ?? '';
    expect((await secretariat.get(`${draft}/check`)).$('.finding a').length).toBeGreaterThan(0);
    const asked = await secretariat.fill(draft, `${draft}/publication`);
    expect(asked.$('.will').text()).toContain('trở thành phiên bản 2');
    expect(asked.$('.will').text()).toContain('giữ phiên bản');
    const version = String((await pages.record.read.planDrafts.find(id))?.version);
    const late = await secretariat.post(`${draft}/publication`, { version: '99', confirmed: 'yes', _csrf: secretariat.csrf(), _key: 'khoa-ban-hanh-0' });
    expect(late.status).toBe(412);
    const done = await secretariat.post(`${draft}/publication`, { version, confirmed: 'yes', _csrf: secretariat.csrf(), _key: 'khoa-ban-hanh-1' });
    expect(done.location).toBe(`/plans/${plan.id}`);
    expect((await agency.get(`/plans/${plan.id}`)).$('.facts').text()).toContain('xem phiên bản 1');
    expect((await pages.record.read.cycles.find(year.cycle))?.planHash).toBe(contentHash(plan));
  });

  it('is not published while its format is wrong, and says where', async () => {
    const { location } = await secretariat.post('/plan-drafts/new', { plan: 'trang-trang', title: 'Kế hoạch trắng', year: '2024', _csrf: secretariat.csrf(), _key: 'khoa-trang-trang' });
    expect((await secretariat.get(location)).$('.page-head__lead').text()).toContain('Chưa ban hành được');
    const { status, $ } = await secretariat.fill(location, `${location}/publication`);
    expect([status, $('.govuk-error-summary').text().includes('chưa đúng khuôn dạng')]).toEqual([422, true]);
    const asked = await secretariat.fill(location, `${location}/discarding`);
    expect(asked.$('.will').text()).toContain('không khôi phục được');
    await secretariat.post(`${location}/discarding`, { confirmed: 'yes', _csrf: secretariat.csrf(), _key: 'khoa-bo-ban-soan' });
    expect((await secretariat.get(location)).status).toBe(404);
  });
});
