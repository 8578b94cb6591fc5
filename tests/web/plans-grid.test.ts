import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanTable } from '../../domain/plan.ts';
import { parts, plan } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

const [source] = plan.tables.filter(({ kind }) => kind === 'budget');
if (!source) throw new Error('No budget table');
const money = source.columns.find(({ kind }) => kind === 'number' || kind === 'money')?.key ?? '';
const words = source.columns.find(({ kind }) => kind === 'text')?.key ?? '';

describe('the rows of a plan\'s table in one grid', () => {
  let pages: TestPages;
  let secretariat: Visitor;
  let begun = 0;
  const vietnamese = (value: number): string => value.toLocaleString('vi', { maximumFractionDigits: 6 });

  beforeAll(async () => {
    pages = await openTestPages();
    secretariat = await pages.visitor('secretariat', parts.secretariat);
  });
  afterAll(() => pages.close());

  async function aGrid(): Promise<{ readonly path: string; readonly id: string; readonly rows: number; readonly stored: () => Promise<PlanTable> }> {
    begun += 1;
    await secretariat.get('/plan-drafts/new');
    const { location } = await secretariat.post('/plan-drafts/new', { _csrf: secretariat.csrf(), _key: `khoa-luoi-${begun}`, plan: `gia-lai-luoi-${begun}`, title: 'Kế hoạch năm 2023', year: '2023', base: plan.id });
    const id = location.split('/')[2] ?? '';
    const stored = async (): Promise<PlanTable> => (await pages.record.read.planDrafts.find(id))?.body.tables.find((table) => table.id === source?.id) ?? source as PlanTable;
    return { path: `/plan-drafts/${id}/tables/${source?.id}/grid`, id, rows: (await stored()).rows.length, stored };
  }

  it('is reached from the table, and changes nothing when it is sent as it came', async () => {
    const { path, id, stored } = await aGrid();
    expect((await secretariat.get(`/plan-drafts/${id}/tables/${source.id}`)).$(`a[href="${path}"]`)).toHaveLength(1);
    const before = await stored();
    await secretariat.fill(path, path);
    expect(await stored()).toEqual(before);
  });

  it('stores many cells at once, a new row and one less; the sum is that of the rows', async () => {
    const { path, rows, stored } = await aGrid();
    const before = await stored();
    const shown = await secretariat.fill(path, path, { [`rows.0.cells.${money}`]: '1.234,5', 'rows.1.remove': 'yes', [`rows.${rows}.number`]: '99', [`rows.${rows}.cells.${words}`]: 'Máy chủ', [`rows.${rows}.cells.${money}`]: '10' });
    expect(shown.$('.govuk-notification-banner').text()).toContain('Đã lưu');
    const after = await stored();
    expect(after.rows[0]?.cells[money]).toBe(1234.5);
    expect(after.rows.map(({ id }) => id)).not.toContain(before.rows[1]?.id);
    expect(after.rows.at(-1)).toMatchObject({ number: '99', cells: { [words]: 'Máy chủ', [money]: 10 } });
    expect(after.rows.slice(1, -1)).toEqual(before.rows.slice(2));
    const sum = after.rows.reduce((all, { id, cells }) => (after.rows.some(({ parent }) => parent === id) ? all : all + (typeof cells[money] === 'number' ? cells[money] : 0)), 0);
    expect((await secretariat.get(path)).$(`[data-sum-of="${money}"]`).text()).toBe(vietnamese(sum));
  });

  it('refuses what is no figure, naming column and value, and keeps all that was typed', async () => {
    const { path, stored } = await aGrid();
    const before = await stored();
    const { status, $ } = await secretariat.fill(path, path, { [`rows.0.cells.${words}`]: 'Tên mới', [`rows.0.cells.${money}`]: 'nhiều' });
    expect([status, await stored()]).toEqual([422, before]);
    expect($('.govuk-error-summary').text()).toContain('“nhiều” không phải số');
    expect($(`.govuk-error-summary a[href="#rows.0.cells.${money}"]`)).toHaveLength(1);
    expect([$(`[name="rows.0.cells.${money}"]`).val(), $(`[name="rows.0.cells.${words}"]`).val()]).toEqual(['nhiều', 'Tên mới']);
  });

  it('takes rows pasted from a spreadsheet without scripts, and a row put between two, before anything is stored', async () => {
    const { path, rows, stored } = await aGrid();
    const before = await stored();
    const cells = source.columns.map(({ kind }, index) => (kind === 'text' ? `chữ ${index}` : '12,5'));
    const pasted = await secretariat.fill(path, path, { do: 'paste', pasted: `100\t${cells.join('\t')}\n101\t${cells.join('\t')}\n` });
    expect(await stored()).toEqual(before);
    expect(['number', `cells.${money}`].map((member) => pasted.$(`[name="rows.${rows + 1}.${member}"]`).val())).toEqual(['101', '12,5']);
    const between = await secretariat.fill(path, path, { do: 'insert:0' });
    expect([between.$('[name="rows.1.id"]').val(), between.$('[name="rows.2.id"]').val()]).toEqual(['', before.rows[1]?.id]);
    expect(await stored()).toEqual(before);
  });

  describe('rows that belong to others', () => {
    const grouped = plan.tables.find(({ rows }) => rows.filter(({ role }) => role === 'group').length > 1 && rows.some(({ parent }) => parent !== undefined));
    if (!grouped) throw new Error('No table with groups');
    const [first, second] = grouped.rows.flatMap(({ id, role }, index) => (role === 'group' ? [{ id, index }] : []));
    if (!first || !second) throw new Error('No two groups');
    const aGroupedGrid = async () => {
      const { id } = await aGrid();
      const stored = async (): Promise<PlanTable> => (await pages.record.read.planDrafts.find(id))?.body.tables.find((table) => table.id === grouped.id) ?? grouped;
      return { path: `/plan-drafts/${id}/tables/${grouped.id}/grid`, id, stored };
    };
    const order = ({ $ }: Awaited<ReturnType<Visitor['get']>>): readonly string[] => $('[name$=".id"]').map((_, each) => String($(each).val())).get().filter((id) => id !== '');

    it('a group passes the next one with all its rows, before anything is stored', async () => {
      const { path, stored } = await aGroupedGrid();
      const before = await stored();
      const shown = await secretariat.fill(path, path, { do: `down:${first.index}` });
      const family = before.rows.filter(({ id, parent }) => id === first.id || parent === first.id).map(({ id }) => id);
      const passed = before.rows.filter(({ id, parent }) => id === second.id || parent === second.id).map(({ id }) => id);
      expect(order(shown).slice(first.index, first.index + family.length + passed.length)).toEqual([...passed, ...family]);
      expect(await stored()).toEqual(before);
      const back = shown.$('form').filter((_, form) => shown.$(form).attr('action') === path).serializeArray().map(({ name, value }): [string, string] => [name, value]);
      await secretariat.post(path, Object.fromEntries(back));
      const after = await stored();
      expect(after.rows.map(({ id }) => id)).toEqual(order(shown));
      expect(after.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(before.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    });

    it('the first row of a group leaves it upwards; at the edge nothing moves', async () => {
      const { path, stored } = await aGroupedGrid();
      const { rows } = await stored();
      const shown = await secretariat.fill(path, path, { do: `up:${first.index + 1}` });
      expect(order(shown)[first.index]).toBe(rows[first.index + 1]?.id);
      expect(shown.$(`[name="rows.${first.index}.parent"]`).val()).toBe(rows[first.index]?.parent ?? '');
      expect(order(await secretariat.fill(path, path, { do: 'up:0' }))).toEqual(rows.map(({ id }) => id));
      expect(order(await secretariat.fill(path, path, { do: `down:${rows.length - 1}` })).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    });

    it('a row is put below another; rows of a removed heading go to where it belonged', async () => {
      const { path, stored } = await aGroupedGrid();
      await secretariat.fill(path, path, { [`rows.${first.index + 1}.parent`]: second.id });
      expect((await stored()).rows[first.index + 1]?.parent).toBe(second.id);
      await secretariat.fill(path, path, { [`rows.${second.index}.remove`]: 'yes' });
      const after = await stored();
      expect(after.rows.find(({ id }) => id === grouped.rows[first.index + 1]?.id)?.parent).toBe(grouped.rows[second.index]?.parent);
      expect(after.rows.filter(({ parent }) => parent === second.id)).toEqual([]);
    });

    it('refuses a row below itself, at its field', async () => {
      const { path, stored } = await aGroupedGrid();
      const before = await stored();
      const { status, $ } = await secretariat.fill(path, path, { [`rows.${first.index}.parent`]: grouped.rows[first.index + 1]?.id ?? '' });
      expect([status, await stored()]).toEqual([422, before]);
      expect($(`.govuk-error-summary a[href="#rows.${first.index}.parent"]`).text()).toContain('không thể thuộc chính nó');
    });

    it('is chosen by name on the page of one row too', async () => {
      const { path, id, stored } = await aGroupedGrid();
      const row = `/plan-drafts/${id}/tables/${grouped.id}/rows/${grouped.rows[first.index + 1]?.id}`;
      expect((await secretariat.get(row)).$(`select[name=parent] option[value="${first.id}"][selected]`)).toHaveLength(1);
      await secretariat.fill(row, row, { parent: '' });
      expect((await stored()).rows[first.index + 1]).not.toHaveProperty('parent');
      expect((await secretariat.get(path)).status).toBe(200);
    });
  });

  it('overwrites nothing that another has changed meanwhile, and shows both', async () => {
    const { path, stored } = await aGrid();
    const was = String((await secretariat.get(path)).$('[name=was]').val());
    await secretariat.fill(path, path, { [`rows.0.cells.${money}`]: '777' });
    const late = await secretariat.fill(path, path, { was, [`rows.0.cells.${money}`]: '555' });
    expect((await stored()).rows[0]?.cells[money]).toBe(777);
    expect(late.$('main').text()).toContain('Có người vừa sửa bảng này');
    expect(late.$('main').text()).toContain('bản hiện nay: 777');
    expect(late.$(`[name="rows.0.cells.${money}"]`).val()).toBe('555');
    expect(late.$('[name=was]').val()).not.toBe(was);
  });

  it('is for those who write plans', async () => {
    const { path } = await aGrid();
    for (const [role, unit] of [['agency', 'so-nv'], ['committee', parts.committee]] as const) expect((await (await pages.visitor(role, unit)).get(path)).status).toBe(403);
    expect((await secretariat.get(path.replace(source.id, 'khong-co'))).status).toBe(404);
  });
});
