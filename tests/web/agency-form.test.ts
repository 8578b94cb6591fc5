import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { planOfUnit} from '../support/api.ts';
import { type Year } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let agency: Visitor;
const draft = (): string => `${year.plan}/draft`;
const stored = async () => (await pages.record.read.drafts.find(`plan/${year.cycle}/so-nv`))?.content;
const faultsOn = ({ $ }: Shown): readonly string[] => $('.govuk-error-summary a').map((_, each) => $(each).text()).get();

beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  agency = await pages.visitor('agency', 'so-nv');
});
afterAll(() => pages.close());

describe('a page of the form', () => {
  it('saves what was typed and goes on to the next page', async () => {
    const after = await agency.fill(`${draft()}/targets`, `${draft()}/targets`, { 'targets.ct-04-1.value': '97,5', 'targets.ct-05-1.comment': 'Đang rà soát', do: 'on' });
    expect(after.$('h1').text()).toBe('Nhiệm vụ');
    const content = await stored();
    expect(content?.targets.find(({ target }) => target === 'ct-04-1')).toMatchObject({ value: 97.5 });
    expect(content?.targets.find(({ target }) => target === 'ct-05-1')).toMatchObject({ value: null, comment: 'Đang rà soát' });
  });

  it('names both readings of a figure that can mean two, keeps it as typed, and saves the rest', async () => {
    const shown = await agency.fill(`${draft()}/targets`, `${draft()}/targets`, { 'targets.ct-04-1.value': '1.234', 'targets.ct-05-2.value': '88', do: 'save' });
    expect(shown.status).toBe(422);
    expect(faultsOn(shown).join()).toMatch(/“1\.234”.*1234.*1,2340/);
    expect(shown.$('.govuk-error-summary a').attr('href')).toBe('#targets.ct-04-1.value');
    expect(shown.$('input[name="targets.ct-04-1.value"]').val()).toBe('1.234');
    const content = await stored();
    expect(content?.targets.find(({ target }) => target === 'ct-04-1')).toMatchObject({ value: 97.5 });
    expect(content?.targets.find(({ target }) => target === 'ct-05-2')).toMatchObject({ value: 88 });
  });

  it('takes an emptied figure as missing, not as zero', async () => {
    await agency.fill(`${draft()}/targets`, `${draft()}/targets`, { 'targets.ct-05-2.value': '', do: 'save' });
    expect((await stored())?.targets.find(({ target }) => target === 'ct-05-2')).toMatchObject({ value: null });
  });

  it('adds and removes rows by its buttons, but not a task that the plan gives', async () => {
    const page = `${draft()}/tasks`;
    await agency.fill(page, page, { do: 'add:tasks' });
    const own = (await stored()) as ReturnType<typeof planOfUnit>;
    const added = own.tasks.find(({ origin }) => origin === 'own');
    expect(added).toBeDefined();
    await agency.fill(page, page, { [`tasks.${added?.id}.words`]: 'Tập huấn', [`tasks.${added?.id}.due`]: '20/10/2022', [`tasks.${added?.id}.coordinating`]: 'Sở Y tế; so-tc', do: 'save' });
    expect((await stored() as typeof own).tasks.find(({ id }) => id === added?.id)).toMatchObject({ words: 'Tập huấn', due: '2022-10-20', coordinating: ['so-yt', 'so-tc'] });
    await agency.fill(page, page, { do: `remove:tasks:${added?.id}` });
    expect((await stored() as typeof own).tasks.map(({ id }) => id)).not.toContain(added?.id);
    const given = own.tasks.find(({ origin }) => origin === 'plan');
    expect((await agency.fill(page, page, { do: `remove:tasks:${given?.id}` })).status).toBe(422);
    expect((await stored() as typeof own).tasks.map(({ id }) => id)).toContain(given?.id);
  });

  it('shows rows from a spreadsheet before it adds them, all or none', async () => {
    const page = `${draft()}/budget/paste`;
    const before = (await stored() as ReturnType<typeof planOfUnit>).budget.length;
    const wrong = await agency.fill(page, page, { rows: 'Máy chủ\tĐầu tư\t400\t\t\t\t400\nĐường truyền\tThường xuyên\t\t\t1.234\t\t', do: 'add' });
    expect(wrong.$('table.data').text()).toContain('“1.234” có hai cách hiểu');
    expect(wrong.$('#rows').text()).toContain('Máy chủ');
    expect((await stored() as ReturnType<typeof planOfUnit>).budget).toHaveLength(before);
    const said = await agency.fill(page, page, { rows: 'Đường truyền\tThường xuyên\t\t\t1.234\t\t1.234', notation: 'vi', do: 'look' });
    expect([said.status, said.$('title').text().startsWith('Lỗi'), said.$('button[value=add]').text(), said.$('#rows').text().trim().slice(0, 11), said.$('#notation option[selected]').attr('value')]).toEqual([200, false, 'Thêm 1 dòng vào biểu mẫu', 'Đường truyền'.slice(0, 11), 'vi']);
    expect((await stored() as ReturnType<typeof planOfUnit>).budget).toHaveLength(before);
    const right = await agency.fill(page, page, { rows: 'Hạng mục\tLoại vốn\tTrung ương\nMáy chủ\tĐầu tư\t1.248,5\t\t\t\t1.248,5', do: 'add' });
    expect(right.$('.govuk-notification-banner').text()).toContain('Đã thêm');
    expect((await stored() as ReturnType<typeof planOfUnit>).budget.at(-1)).toMatchObject({ name: 'Máy chủ', aspect: 'investment', amounts: { central: 1_248_500_000 }, total: 1_248_500_000 });
    expect(right.$('[data-column="computed"]').text()).toBe('1.248,5');
  });

  it('escapes what people write', async () => {
    const shown = await agency.fill(`${draft()}/narrative`, `${draft()}/narrative`, { 'sections.purpose': '</textarea><script>alert(1)</script>', do: 'save' });
    expect(shown.$('textarea[name="sections.purpose"]').text()).toBe('</textarea><script>alert(1)</script>');
    expect(shown.$('script').text()).not.toContain('alert');
  });
});

describe('who may', () => {
  it('is the unit itself: another unit finds nothing, another role is refused', async () => {
    const other = await pages.visitor('agency', 'so-yt');
    const secretariat = await pages.visitor('secretariat', 'so-tttt');
    for (const path of [draft(), `${draft()}/targets`, `${draft()}/review`]) {
      expect([path, (await other.get(path)).status, (await secretariat.get(path)).status]).toEqual([path, 404, 403]);
    }
    const { $ } = await other.get('/me/password');
    const csrf = String($('input[name=_csrf]').val());
    for (const path of [`${draft()}/targets`, `${draft()}/targets/autosave`, `${draft()}/submit`, `${year.plan}/withdraw`]) {
      expect([path, (await other.post(path, { _csrf: csrf, _key: 'mot-khoa-nao-do', 'targets.ct-04-1.value': '1' })).status]).toEqual([path, 404]);
    }
  });
});

describe('two people', () => {
  it('keep both changes when they changed different fields', async () => {
    const page = `${draft()}/targets`;
    const mine = await agency.get(page);
    await agency.fill(page, page, { 'targets.ct-06-1.value': '61', do: 'save' });
    const form = hidden(mine);
    await agency.post(page, { ...form, 'targets.ct-06-2.value': '62', do: 'save' });
    const content = await stored();
    expect(content?.targets.find(({ target }) => target === 'ct-06-1')).toMatchObject({ value: 61 });
    expect(content?.targets.find(({ target }) => target === 'ct-06-2')).toMatchObject({ value: 62 });
  });

  it('are both shown when they changed the same field, until one is chosen', async () => {
    const page = `${draft()}/targets`;
    const field = 'targets.ct-06-3.value';
    const form = hidden(await agency.get(page));
    await agency.fill(page, page, { [field]: '11', do: 'save' });
    const shown = await agency.post(page, { ...form, [field]: '22', do: 'save' });
    expect(shown.status).toBe(422);
    expect(shown.$('fieldset.both').text()).toMatch(/22[\s\S]*11/);
    expect((await stored())?.targets.find(({ target }) => target === 'ct-06-3')).toMatchObject({ value: 11 });
    const unchosen = await agency.post(page, { ...hidden(shown), do: 'save' });
    expect(unchosen.status).toBe(422);
    await agency.post(page, { ...hidden(unchosen), [`pick:${field}`]: 'mine', do: 'save' });
    expect((await stored())?.targets.find(({ target }) => target === 'ct-06-3')).toMatchObject({ value: 22 });
  });

  it('tell a script in the same words', async () => {
    const page = `${draft()}/targets`;
    const form = hidden(await agency.get(page));
    await agency.fill(page, page, { 'targets.ct-06-3.value': '33', do: 'save' });
    const answer = await agency.post(`${page}/autosave`, { ...form, 'targets.ct-06-3.value': '44', 'targets.ct-06-4.value': '1,2,3' });
    const told = JSON.parse(answer.text) as { faults: { field: string }[]; conflicts: { field: string; message: string }[]; texts: Record<string, string> };
    expect(told.faults).toEqual([{ field: 'targets.ct-06-4.value', message: expect.stringContaining('không phải là số') }]);
    expect(told.conflicts).toEqual([{ field: 'targets.ct-06-3.value', message: expect.stringContaining('33') }]);
    expect(told.texts['targets.ct-06-3.value']).toBe('33');
  });
});

it('keeps what was typed when the session ends, through signing in', async () => {
  const page = `${draft()}/targets`;
  const form = hidden(await agency.get(page));
  const away = pages.stranger();
  const asked = await away.post(page, { ...form, 'targets.ct-09-2.value': '77', do: 'save' });
  expect(asked.status).toBe(401);
  const signIn = hidden(asked, '/sign-in');
  const resume = await away.post('/sign-in', { ...signIn, login: agency.login, password: 'mat-khau-thu-nghiem' });
  await away.post(page, hidden(resume, page));
  expect((await stored())?.targets.find(({ target }) => target === 'ct-09-2')).toMatchObject({ value: 77 });
});

/** The fields of the form that a page holds, as a browser would send them. */
function hidden({ $ }: Shown, action = `${draft()}/targets`): Record<string, string | string[]> {
  return $(`form[action="${action}"]`).first().serializeArray().reduce<Record<string, string | string[]>>((all, { name, value }) => ({ ...all, [name]: name in all ? [all[name] ?? [], value].flat() : value }), {});
}
