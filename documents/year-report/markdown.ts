import { formulaText } from '../../domain/compliance/formula.ts';
import { formatDate } from '../../domain/plain-date.ts';
import { standings } from '../../domain/verdict.ts';
import type { YearReport } from './model.ts';
import { standingMarks } from './standing-marks.ts';
import { audienceName, dayAndTime, figure, missingBecause, nameOf, quarterName, returnedBy, summaryOf } from './words.ts';

const cell = (text: string | number): string => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '_Không có._';
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** `report.md`: the same report as text. */
export function reportMarkdown(report: YearReport): string {
  const last = report.quarters.at(-1);
  const sections: readonly (readonly [string, string])[] = [
    ['Chỉ tiêu cuối năm', table(['Chỉ tiêu', 'Ngưỡng', ...standings.map((standing) => `${standingMarks[standing].symbol} ${standingMarks[standing].vi}`)],
      (last?.targets ?? []).map((target) => [`${target.target} ${target.name}`, `${figure(target.threshold)} ${target.unit}`, ...standings.map((standing) => target.counts[standing])]))],
    ['Xếp hạng', `${formulaText.vi}\n\n${table(['Hạng', 'Đơn vị', 'Điểm', 'Chỉ tiêu tính'], (last?.ranking ?? []).map((unit) => [unit.rank ?? '–', unit.name, figure(unit.score), unit.scored]))}`],
    ['Báo cáo chậm', table(['Kỳ', 'Đơn vị', 'Hạn', 'Nộp lúc', 'Số ngày'],
      report.quarters.flatMap((quarter) => quarter.late.map((each) => [quarterName[quarter.quarter], nameOf(report, each.unit), formatDate(each.due, 'vi'), dayAndTime(each.submittedAt), each.days])))],
    ['Báo cáo thiếu', table(['Kỳ', 'Đơn vị', 'Lý do'],
      report.quarters.flatMap((quarter) => quarter.missing.map((each) => [quarterName[quarter.quarter], nameOf(report, each.unit), missingBecause[each.state ?? 'missing'] ?? 'không nộp'])))],
    ['Trả lại, từ chối', table(['Đơn vị', 'Nội dung', 'Lần', 'Bởi', 'Ngày', 'Lý do'],
      report.returned.map((each) => [nameOf(report, each.unit), each.quarter ? `Báo cáo ${quarterName[each.quarter]}` : 'Kế hoạch', each.round, `${returnedBy[each.by]}${each.refused ? ' (từ chối)' : ''}`, formatDate(each.on, 'vi'), each.reason]))],
    ['Đính chính', table(['Đơn vị', 'Kỳ', 'Chỉ tiêu', 'Số cũ', 'Số mới'], report.corrections.map((each) => [nameOf(report, each.unit), quarterName[each.quarter], each.target, each.before, each.after]))],
    ['Nhắc việc, đôn đốc', table(['Đến', 'Số lần'], Object.entries(report.reminders.byAudience).map(([to, count]) => [audienceName[to] ?? to, count]))],
    ['Nhật ký', `${report.audit.rows} dòng; ${report.audit.intact ? 'chuỗi nguyên vẹn' : `chuỗi bị đứt tại dòng ${report.audit.firstBroken?.id ?? '?'}`}.`],
  ];
  const head = [report.rehearsal ? '**DIỄN TẬP · REHEARSAL**\n' : '', `# ${report.title}`, '', report.plan.title, '', summaryOf(report)];
  const warnings = report.warnings.length > 0 ? ['', ...report.warnings.map((warning) => `> ${warning.vi}`)] : [];
  return `${[...head, ...warnings, ...sections.flatMap(([title, body]) => ['', `## ${title}`, '', body])].join('\n').trimStart()}\n`;
}
