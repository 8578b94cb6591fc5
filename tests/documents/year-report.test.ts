import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from '../../documents/html/html.ts';
import { reportHtml } from '../../documents/year-report/html.ts';
import { reportJson, summaryJson } from '../../documents/year-report/json.ts';
import { reportMarkdown } from '../../documents/year-report/markdown.ts';
import { aYear } from './a-year.ts';

describe('markup', () => {
  it('escapes values and keeps markup', () => expect(html`<b title="${'"'}">${'<'}${html`<i>${1}</i>`}${[html`a`, 'b']}${false}${null}</b>`.markup).toBe('<b title="&quot;">&lt;<i>1</i>ab</b>'));
  it('escapes every character that opens markup', () => expect(escapeHtml(`<a href='x'>&"`)).toBe('&lt;a href=&#39;x&#39;&gt;&amp;&quot;'));
});

describe('report.html', () => {
  const page = reportHtml(aYear());

  it('stands on its own: no script and nothing from outside', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:/);
  });
  it('is well formed: every element that is opened is closed', () => {
    for (const element of ['table', 'tr', 'td', 'section', 'div', 'ul', 'li', 'span', 'dl', 'small']) {
      expect([element, page.match(new RegExp(`<${element}[ >]`, 'g'))?.length ?? 0]).toEqual([element, page.match(new RegExp(`</${element}>`, 'g'))?.length ?? 0]);
    }
  });
  it('says that it is a rehearsal, and escapes the title', () => {
    expect(page).toContain('DIỄN TẬP · REHEARSAL');
    expect(page).toContain('Kế hoạch 2022 &lt;thử&gt;');
    expect(reportHtml(aYear({ rehearsal: false }))).not.toContain('DIỄN TẬP');
  });
  it('puts symbol, figure and words into the cells, never colour alone', () => {
    expect(page).toContain('class="met"');
    expect(page).toMatch(/✓\u200966,7<span class="vh"> đạt<\/span>/);
    expect(page).toMatch(/\?<span class="vh"> thiếu số liệu<\/span>/);
  });
  it('publishes the formula beside the ranking', () => expect(page).toMatch(/class="formula">Điểm của đơn vị = trung bình cộng/));
  it('has each list', () => {
    for (const words of ['23/03/2022 08:30', 'Cam kết t1 | thấp', '44/90', 'lãnh đạo đơn vị', 'Chuỗi nguyên vẹn', 'không nộp']) expect(page).toContain(words);
  });
  it('names the place where the chain broke', () => expect(reportHtml(aYear({ audit: { rows: 9, intact: false, firstBroken: { id: 4, reason: 'content' } } }))).toContain('bị đứt tại dòng 4'));
});

describe('report.md', () => {
  const text = reportMarkdown(aYear());
  it('opens with the mark and the state of the year', () => expect(text.split('\n').slice(0, 7).join('\n')).toMatchInlineSnapshot(`
    "**DIỄN TẬP · REHEARSAL**

    # Kế hoạch 2022 <thử>

    Kế hoạch

    2 trong 3 đơn vị có kế hoạch được phê duyệt; 2 trong 6 báo cáo đúng hạn, 1 chậm, 3 không có; cuối năm 2 lượt chỉ tiêu đạt, 1 chậm hoặc không đạt, 1 thiếu số liệu."
  `));
  it('keeps a bar inside its cell', () => expect(text).toContain('Cam kết t1 \\| thấp'));
});

describe('the JSON', () => {
  it('has what programs were promised', () => {
    const summary = summaryJson(aYear());
    expect(summary).toMatchObject({
      plan: 'p-2022', year: 2022, units: 3, seconds: 201.4, plans: { submitted: 3, returned: 1, approved: 2, notApproved: 1 }, reports: { due: 6, onTime: 2, late: 1, missing: 3 },
      reminders: { sent: 9, escalated: 4 }, refusedSubmissions: 2, audit: { rows: 321, intact: true },
    });
    expect(summary.targets).toContainEqual({ id: 't1', threshold: 50, met: 1, onTrack: 0, behind: 0, missed: 0, noData: 1, notApplicable: 0, waived: 1 });
    expect(summary.ranking).toContainEqual({ unit: 'so-a', score: 66.67, rank: 1 });
  });
  it('carries the formula', () => expect(JSON.parse(reportJson(aYear()))).toMatchObject({ formula: { lateDeduction: 5, points: { met: 100 } } }));
});
