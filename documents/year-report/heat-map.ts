import type { ComplianceCell, ComplianceReport } from '../../domain/compliance/report.ts';
import { formatNumber } from '../../domain/numbers.ts';
import { standings } from '../../domain/verdict.ts';
import { html, type Html } from '../html/html.ts';
import { standingMarks } from './standing-marks.ts';
import { quarterName } from './words.ts';

/** Units × targets of one quarter, a symbol and the figure in each cell; targets that one unit reports for all stand in a table of their own. */
export function heatMap(report: ComplianceReport): Html {
  const shared = report.targets.filter((target) => target.bound > 1).map((target) => target.target);
  const cells = new Map(report.cells.map((cell) => [`${cell.unit} ${cell.target}`, cell]));
  const isLate = new Set(report.late.map((each) => each.unit));
  return html`
<h3>${quarterName[report.quarter]} <small>${report.quarter} ${report.year}</small></h3>
<div class="scroll"><table class="heat">
<thead><tr><th>Đơn vị</th>${shared.map((target) => html`<th title="${nameOf(report, target)}">${target}</th>`)}</tr></thead>
<tbody>${report.ranking.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)).map((unit) => html`<tr><th scope="row">${unit.name}${isLate.has(unit.unit) && ' (nộp chậm)'}</th>${shared.map((target) => heatCell(cells.get(`${unit.unit} ${target}`), nameOf(report, target)))}</tr>`)}</tbody>
</table></div>
${single(report)}`;
}

export function legend(): Html {
  return html`<ul class="legend">${standings.map((standing) => html`<li><span class="${standing}">${standingMarks[standing].symbol}</span>${standingMarks[standing].vi} <span class="muted">${standingMarks[standing].en}</span></li>`)}</ul>`;
}

function heatCell(cell: ComplianceCell | undefined, name: string): Html {
  if (!cell) return html`<td></td>`;
  const mark = standingMarks[cell.standing];
  return html`<td class="${cell.standing}" title="${name}: ${mark.vi}${cell.numerator !== null && cell.denominator !== null && ` (${cell.numerator}/${cell.denominator})`}, ngưỡng ${formatNumber(cell.threshold, 'vi')}">${mark.symbol}${cell.value !== null && `\u2009${formatNumber(Math.round(cell.value * 10) / 10, 'vi')}`}<span class="vh"> ${mark.vi}</span></td>`;
}

function single(report: ComplianceReport): Html | false {
  const alone = report.targets.filter((target) => target.bound === 1);
  if (alone.length === 0) return false;
  return html`<div class="scroll"><table><thead><tr><th>Chỉ tiêu một đơn vị báo cáo</th><th>Đơn vị</th><th class="n">Ngưỡng</th><th>Tình trạng</th></tr></thead>
<tbody>${alone.map((target) => {
    const cell = report.cells.find((each) => each.target === target.target);
    const unit = report.ranking.find((each) => each.unit === cell?.unit)?.name ?? '';
    return html`<tr><td><strong>${target.target}</strong> ${target.name}</td><td>${unit}</td><td class="n">${formatNumber(target.threshold, 'vi')} ${target.unit}</td>${cell ? html`<td class="${cell.standing}">${standingMarks[cell.standing].symbol} ${standingMarks[cell.standing].vi}${cell.value !== null && target.unit !== 'có/không' && `, ${formatNumber(cell.value, 'vi')}`}</td>` : html`<td></td>`}</tr>`;
  })}</tbody></table></div>`;
}

const nameOf = (report: ComplianceReport, target: string): string => `${target} ${report.targets.find((each) => each.target === target)?.name ?? ''}`;
