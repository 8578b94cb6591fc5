import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { complianceCell } from '../../domain/compliance/cell.ts';
import type { ComplianceReport } from '../../domain/compliance/report.ts';
import { countStandings } from '../../domain/compliance/counts.ts';
import { loadPlan } from '../../plans/load.ts';
import { heatMapOf } from '../../web/pages/committee/heat-map.ts';
import { heatRows } from '../../web/pages/committee/heat-table.ts';
import { lineChart } from '../../web/view/chart.ts';
import { csv } from '../../web/view/csv.ts';
import { formats } from '../../web/view/formats.ts';
import { forTemplate, html } from '../../web/view/markup.ts';
import { createTemplates } from '../../web/view/templates.ts';
import { translateTo } from '../../web/view/translate.ts';

const evil = '<script>alert("1")</script>&\'';

describe('markup made in code', () => {
  it('escapes what it is given, in text and attributes, and leaves markup as it is', () => {
    const { text } = html`<a href="${evil}">${evil}${html`<b>${3}</b>`}${[html`<i>1</i>`, html`<i>2</i>`]}</a>`;
    const $ = load(text);
    expect($('script')).toHaveLength(0);
    expect([$('a').attr('href'), $('a').text()]).toEqual([evil, `${evil}312`]);
    expect([$('b').length, $('i').length]).toEqual([1, 2]);
  });

  it('is put out by templates once, not escaped again', () => {
    expect(createTemplates().renderString('{{ rows }}|{{ plain }}', { rows: forTemplate(html`<td>${'a<b'}</td>`), plain: '<td>' })).toBe('<td>a&lt;b</td>|&lt;td&gt;');
  });
});

describe('the heat map\'s rows', () => {
  const plan = loadPlan('gia-lai-2022');
  const [target] = plan.targets.filter(({ measure }) => measure === 'ratio');
  if (!target) throw new Error('no target');
  const cell = complianceCell(evil, target, undefined, undefined);
  const counts = countStandings([cell]);
  const report: ComplianceReport = {
    cycle: '2022-tinh', title: '', plan: plan.id, year: 2022, quarter: 'Q1', rehearsal: false, cells: [cell], late: [], missing: [{ unit: evil, due: null, state: null }], movement: null,
    targets: [{ target: target.id, name: target.name, clause: '', unit: target.unit, threshold: target.threshold, bound: 1, counts }],
    ranking: [{ unit: evil, name: evil, level: 'department', counts, state: null, late: false, scored: 1, points: 0, score: 0, rank: 1 }],
    totals: { units: 1, due: 0, onTime: 0, late: 0, missing: 1, counts },
  };

  it('show a unit\'s name as it is, alive nowhere', () => {
    const map = heatMapOf(report, new Map(), {});
    const { text } = heatRows({ cycle: '2022-tinh', quarter: 'Q1', map, rows: map.rows, targets: new Map(), t: translateTo('vi'), format: formats('vi') });
    const $ = load(`<table>${text}</table>`);
    expect($('script')).toHaveLength(0);
    expect($('tbody th a').text()).toBe(evil);
    expect($('tbody td a').attr('href')).toContain(evil);
  });

  it('count the whole map at the foot, also where a page shows some of its rows', () => {
    const map = heatMapOf(report, new Map(), {});
    const { text } = heatRows({ cycle: '2022-tinh', quarter: 'Q1', map, rows: [], targets: new Map(), t: translateTo('vi'), format: formats('vi') });
    const $ = load(`<table>${text}</table>`);
    expect($('tbody tr')).toHaveLength(0);
    expect($('tfoot td').last().text()).toBe(`0/${map.rows.length}`);
  });

  it('keep to the filter', () => {
    expect(heatMapOf(report, new Map(), { level: 'district' }).rows).toEqual([]);
    expect(heatMapOf(report, new Map(), { standing: 'met' }).rows).toEqual([]);
    expect(heatMapOf(report, new Map(), { standing: 'no-data' }).rows).toHaveLength(1);
  });
});

describe('tables for spreadsheets', () => {
  it('defuse formulas, quote separators, write decimals with a comma and leave missing values empty', () => {
    expect(csv([['=1+1', '@x', '-2+3', '+84', 'a;b', 'c"d', 1.5, -2, null, undefined, 'Sở Nội vụ']])).toBe('\uFEFF\'=1+1;\'@x;\'-2+3;\'+84;"a;b";"c""d";1,5;-2;;;Sở Nội vụ\r\n');
  });
});

describe('lines', () => {
  const write = (value: number): string => formats('vi').percent(value);

  it('break where there is no figure, say what they show, and carry no style', () => {
    const $ = load(lineChart({ summary: evil, points: [{ label: 'quý I', value: 10 }, { label: 'quý II', value: null }, { label: 'quý III', value: 97.5 }], top: 100, threshold: { value: 97, text: 'Mức 97%' }, write }).text);
    expect($('svg').attr('aria-label')).toBe(evil);
    expect($('circle')).toHaveLength(2);
    expect($('.chart__line').attr('d')?.match(/M/g)).toHaveLength(2);
    expect($('.chart__value').toArray().map((each) => $(each).text())).toEqual(['10%', '97,5%']);
    expect($('[style]')).toHaveLength(0);
  });

  it('place a value by its height, also with one point or none above zero', () => {
    const heightOf = (value: number): number => Number(load(lineChart({ summary: '', points: [{ label: '', value }], top: 100, write }).text)('circle').attr('cy'));
    expect(heightOf(0)).toBeGreaterThan(heightOf(50));
    expect((heightOf(0) + heightOf(100)) / 2).toBeCloseTo(heightOf(50), 0);
    expect(() => lineChart({ summary: '', points: [{ label: '', value: 0 }], write })).not.toThrow();
  });
});
