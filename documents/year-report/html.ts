import { html } from '../html/html.ts';
import { reportHead } from './head.ts';
import { heatMap, legend } from './heat-map.ts';
import { lists } from './lists.ts';
import type { YearReport } from './model.ts';
import { rankingTable } from './ranking.ts';
import { reportStyle } from './style.ts';
import { targetsTable } from './targets.ts';
import { dayAndTime, figure } from './words.ts';

/** `report.html`: one file without outside resources, for the screen and for A4 paper. */
export function reportHtml(report: YearReport): string {
  const last = report.quarters.at(-1);
  return `<!doctype html>\n${html`<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.rehearsal && 'Diễn tập: '}${report.title}</title><style>${reportStyle}</style></head><body>
${reportHead(report)}
<main>
${last && targetsTable(last)}
<section class="wide"><h2>Đơn vị theo chỉ tiêu, từng quý <small>Units and targets by quarter</small></h2>${legend()}${report.quarters.map(heatMap)}</section>
${rankingTable(report.quarters)}
${lists(report)}
<h2>Nhật ký <small>Audit chain</small></h2>
<p>${figure(report.audit.rows)} dòng, mỗi dòng mang mã băm của dòng trước. ${report.audit.intact ? html`<span class="intact">✓ Chuỗi nguyên vẹn.</span>` : html`<span class="broken">✕ Chuỗi bị đứt tại dòng ${report.audit.firstBroken?.id ?? '?'}.</span>`}</p>
</main>
<footer>${report.rehearsal ? 'Diễn tập' : 'Chu kỳ'} ${report.cycle}, kế hoạch ${report.plan.id}; lập lúc ${dayAndTime(report.madeAt)}${report.rehearsal && `, cả năm trong ${figure(Math.round(report.seconds))} giây`}. Chu Trình.</footer>
</body></html>`.markup}\n`;
}
