import { formatDate } from '../../domain/plain-date.ts';
import { html, type Html } from '../html/html.ts';
import type { YearReport } from './model.ts';
import { audienceName, dayAndTime, figure, missingBecause, nameOf, quarterInText, quarterName, returnedBy } from './words.ts';

interface Listing {
  readonly title: string;
  readonly en: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly none: string;
}

/** Who was late, who sent nothing, what went back and why, what was corrected, who was reminded. */
export function lists(report: YearReport): readonly Html[] {
  const listings: readonly Listing[] = [
    {
      title: 'Báo cáo chậm', en: 'Late reports', none: 'Không có báo cáo chậm.', heads: ['Kỳ', 'Đơn vị', 'Hạn', 'Nộp lúc', 'Số ngày chậm'],
      rows: report.quarters.flatMap(({ quarter, late }) => late.map((each) => [quarterName[quarter], nameOf(report, each.unit), formatDate(each.due, 'vi'), dayAndTime(each.submittedAt), figure(each.days)])),
    },
    {
      title: 'Báo cáo không có', en: 'Missing reports', none: 'Mọi đơn vị đều báo cáo.', heads: ['Kỳ', 'Đơn vị', 'Vì sao'],
      rows: report.quarters.flatMap(({ quarter, missing }) => missing.map((each) => [quarterName[quarter], nameOf(report, each.unit), missingBecause[each.state ?? 'missing'] ?? 'không nộp'])),
    },
    {
      title: 'Trả lại và từ chối', en: 'Returned and refused', none: 'Không có bản nào bị trả lại.', heads: ['Đơn vị', 'Nội dung', 'Lần nộp', 'Bởi', 'Ngày', 'Lý do'],
      rows: report.returned.map((each) => [nameOf(report, each.unit), each.quarter ? `Báo cáo ${quarterInText[each.quarter]}` : 'Kế hoạch', figure(each.round), `${returnedBy[each.by]}${each.refused ? ' (từ chối)' : ''}`, formatDate(each.on, 'vi'), each.reason]),
    },
    {
      title: 'Đính chính sau khi chốt', en: 'Corrections after closing', none: 'Không có đính chính.', heads: ['Đơn vị', 'Kỳ', 'Chỉ tiêu', 'Số đã chốt', 'Số đính chính', 'Ngày'],
      rows: report.corrections.map((each) => [nameOf(report, each.unit), quarterName[each.quarter], each.target, each.before, each.after, formatDate(each.on, 'vi')]),
    },
    {
      title: 'Nhắc việc, đôn đốc', en: 'Reminders and escalations', none: 'Không phải nhắc ai.', heads: ['Đến', 'Số lần'],
      rows: Object.entries(report.reminders.byAudience).map(([to, count]) => [audienceName[to] ?? to, figure(count)]),
    },
  ];
  return listings.map(listing);
}

function listing({ title, en, heads, rows, none }: Listing): Html {
  return html`<h2>${title} <small>${en}</small></h2>${rows.length === 0 ? html`<p class="muted">${none}</p>` : html`<div class="scroll"><table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((text) => html`<td>${text}</td>`)}</tr>`)}</tbody></table></div>`}`;
}
