import { formulaText } from '../../domain/compliance/formula.ts';
import type { ComplianceReport, UnitCompliance } from '../../domain/compliance/report.ts';
import { html, type Html } from '../html/html.ts';
import { figure, quarterInText } from './words.ts';

/** The last quarter's ranking with its formula, and each unit's score through the year. */
export function rankingTable(quarters: readonly ComplianceReport[]): Html | false {
  const last = quarters.at(-1);
  if (!last) return false;
  const of = (report: ComplianceReport, unit: string): UnitCompliance | undefined => report.ranking.find((each) => each.unit === unit);
  return html`
<h2>Xếp hạng ${quarterInText[last.quarter]} <small>Ranking</small></h2>
<p class="formula">${formulaText.vi}<br><span class="muted">${formulaText.en}</span></p>
<div class="scroll"><table>
<thead><tr><th class="n">Hạng</th><th>Đơn vị</th><th class="n">Điểm</th><th class="n">Chỉ tiêu tính</th><th class="n">Đạt</th>${quarters.map((report) => html`<th class="n">Điểm ${quarterInText[report.quarter]}</th>`)}</tr></thead>
<tbody>${last.ranking.map((unit) => html`<tr><td class="n">${unit.rank ?? '–'}</td><td>${unit.name}${unit.late && ' (nộp chậm)'}</td><td class="n"><strong>${figure(unit.score)}</strong></td><td class="n">${unit.scored}</td><td class="n">${unit.counts.met}</td>${quarters.map((report) => html`<td class="n">${figure(of(report, unit.unit)?.score ?? null)}</td>`)}</tr>`)}</tbody>
</table></div>`;
}
