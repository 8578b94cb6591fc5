import { dateOf, dateParts, formatDate } from '../../domain/plain-date.ts';
import { html, type Html } from '../html/html.ts';
import { markOf } from './mark.ts';
import type { YearReport } from './model.ts';
import { figure, summaryOf } from './words.ts';

/** Title block after Nghị định 30/2020/NĐ-CP: issuing body left, national title right, place and date in italics. */
export function reportHead(report: YearReport): Html {
  const { day, month, year } = dateParts(dateOf(report.madeAt));
  return html`
${report.rehearsal && html`<p class="rehearsal">DIỄN TẬP · REHEARSAL: số liệu do đơn vị mô phỏng nộp, không phải số liệu thật${report.seed !== null && html` (seed ${report.seed})`}</p>`}
<header class="head">
<div><p>${report.plan.issuerName.toLocaleUpperCase('vi')}</p><p><strong>${report.secretariat.toLocaleUpperCase('vi')}</strong></p><p class="rule"></p></div>
<div><p><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong></p><p><strong>Độc lập - Tự do - Hạnh phúc</strong></p><p class="rule"></p><p class="place">ngày ${day} tháng ${month} năm ${year}</p></div>
</header>
${markOf(report.quarters.at(-1)?.quarter)}
<h1>${report.title}</h1>
<p class="muted">${report.plan.title}${report.plan.symbol !== null && ` (${report.plan.symbol})`}. Chu kỳ từ ${formatDate(report.from, 'vi')} đến ${formatDate(report.to, 'vi')}.</p>
<p class="lead">${summaryOf(report)}</p>
${report.warnings.map((warning) => html`<p class="warning">${warning.vi} <small>${warning.en}</small></p>`)}
${facts(report)}`;
}

function facts({ units, plans, reports, reminders, refusedSubmissions }: YearReport): Html {
  const rows: readonly (readonly [string, string])[] = [
    ['Đơn vị', figure(units.length)],
    ['Kế hoạch nộp', figure(plans.submitted)],
    ['bị trả lại', figure(plans.returned)],
    ['được phê duyệt', figure(plans.approved)],
    ['không được phê duyệt', figure(plans.notApproved)],
    ['Báo cáo đúng hạn', `${figure(reports.onTime)}/${figure(reports.due)}`],
    ['chậm · không có', `${figure(reports.late)} · ${figure(reports.missing)}`],
    ['Lần nộp bị từ chối', figure(refusedSubmissions)],
    ['Nhắc việc', figure(reminders.sent)],
    ['trong đó đôn đốc', figure(reminders.escalated)],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
