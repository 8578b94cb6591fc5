import type { ComplianceReport } from '../../domain/compliance/report.ts';
import { standings } from '../../domain/verdict.ts';
import { html, type Html } from '../html/html.ts';
import { standingMarks } from './standing-marks.ts';
import { figure, quarterInText } from './words.ts';

/** Each target over the units that it binds. */
export function targetsTable(report: ComplianceReport): Html {
  const before = new Map(report.movement?.targets.map((each) => [each.target, each.metBefore]) ?? []);
  return html`
<h2>Chỉ tiêu, ${quarterInText[report.quarter]} <small>Targets</small></h2>
<div class="scroll"><table class="targets">
<thead><tr><th>Chỉ tiêu</th><th class="n">Ngưỡng</th><th class="n">Áp dụng</th>${standings.map((standing) => html`<th class="n">${standingMarks[standing].symbol} ${standingMarks[standing].vi}</th>`)}${report.movement && html`<th class="n">Đạt, so ${quarterInText[report.movement.since]}</th>`}</tr></thead>
<tbody>${report.targets.map((target) => html`<tr>
<td><strong>${target.target}</strong> ${target.name}<br><span class="muted">${target.clause}</span></td>
<td class="n">${figure(target.threshold)} ${target.unit}</td><td class="n">${target.bound}</td>
${standings.map((standing) => html`<td class="n${target.counts[standing] > 0 ? ` ${standing}` : ''}">${target.counts[standing]}</td>`)}
${report.movement && html`<td class="n">${signed(target.counts.met - (before.get(target.target) ?? 0))}</td>`}
</tr>`)}</tbody></table></div>`;
}

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0');
