import { milestoneFor, thresholdFor } from '../../domain/applies.ts';
import { formatNumber } from '../../domain/numbers.ts';
import { formatDate } from '../../domain/plain-date.ts';
import type { PlanTask, Target } from '../../domain/plan.ts';
import { requiredSections } from '../../domain/sections.ts';
import type { ReportContent, SubmissionContent, TargetFigure } from '../../domain/submission.ts';
import type { PlanFile } from '../../plans/schema.ts';
import type { Unit } from '../../domain/unit.ts';
import { statusWords } from './schema.ts';
import type { NamedPeriod } from './subject.ts';
import { barOf } from './target-table.ts';

/** What a field, or all fields of a row, take: a line each. `path` has one step for a field of the form, two for a row of a list. */
export interface Help {
  readonly path: readonly [field: string] | readonly [list: string, row: number];
  readonly lines: readonly string[];
}

export interface Helped {
  readonly plan: PlanFile;
  readonly unit: Unit;
  readonly period?: NamedPeriod;
  readonly content: SubmissionContent;
  /** The unit's last report, for the figures of then. */
  readonly last: ReportContent | undefined;
}

/** The lines at the top of a form. */
export function heading({ plan, unit, period, content }: Helped): readonly string[] {
  return [
    `${content.kind === 'plan' ? 'KẾ HOẠCH' : `BÁO CÁO ${content.period}`} của ${unit.name}`,
    plan.title,
    content.kind === 'plan' ? `Nộp chậm nhất ${formatDate(plan.calendar.draftsDue, 'vi')}.` : `Số liệu cộng dồn từ đầu năm đến ${period ? formatDate(period.to, 'vi') : ''}, nộp chậm nhất ${period ? formatDate(period.due, 'vi') : ''}.`,
    'Điền vào sau dấu hai chấm. Ô để trống là chưa có số liệu: không tính là 0, không tính là đạt.',
    'Số: 1234 · 97.5 · "97,5" · "1.234,5" (số có dấu phẩy đặt trong nháy); 1.234 hay 1,234 bị từ chối vì có thể là hai số.',
    'Ngày: 2022-03-14 hoặc 14/03/2022. Không đưa nội dung mật vào đây.',
  ];
}

export function helpOf(helped: Helped): readonly Help[] {
  const { content } = helped;
  return [...headHelp(helped), ...targetHelp(helped), ...(content.kind === 'plan' ? planHelp(helped) : reportHelp(helped))];
}

function headHelp({ content }: Helped): readonly Help[] {
  const symbol = content.kind === 'plan' ? '12/KH-STTTT' : '45/BC-STTTT';
  return [
    { path: ['symbol'], lines: [`Số, ký hiệu văn bản của đơn vị, ví dụ ${symbol}`] },
    { path: ['focalPoint'], lines: ['Người đầu mối: họ tên (name), thư điện tử (email), điện thoại (phone)'] },
    { path: ['sections'], lines: ['Phần lời, không để trống:', ...requiredSections[content.kind].map(({ key, vi }) => `${key}: ${vi}`)] },
    ...(content.kind === 'report' ? [{ path: ['figuresTo'] as const, lines: ['Ngày chốt số liệu'] }] : []),
    { path: ['targets'], lines: ['Chỉ tiêu giao cho đơn vị. Không áp dụng: thêm notApplicable: lý do. Giải trình: thêm comment.'] },
  ];
}

function targetHelp({ plan, unit, period, content, last }: Helped): readonly Help[] {
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  return content.targets.flatMap((row, index): readonly Help[] => {
    const target = targets.get(row.target);
    return target ? [{ path: ['targets', index], lines: [...targetLines(target, unit, plan.year, period, content.kind), ...lastLine(last, target)] }] : [];
  });
}

function targetLines(target: Target, { code }: Unit, year: number, period: NamedPeriod | undefined, kind: SubmissionContent['kind']): readonly string[] {
  const bar = barOf(target, thresholdFor(target, code));
  const milestone = period && milestoneFor(target, code, period.quarter, year);
  const now = milestone && !milestone.isFinal && target.measure !== 'yes-no' ? `; mốc ${period.quarter}: ${barOf(target, milestone.value)}${milestone.isStated ? '' : ' (tính đều theo quý)'}` : '';
  return [`${target.name}: ${bar}${target.dueYear > year ? ` vào năm ${target.dueYear}` : ''}${now}`, takes(target, kind), `${target.clause}: “${target.quote}”`, ...(target.exclusions === undefined ? [] : [`Không tính: ${target.exclusions}`])];
}

/** What the figure's fields take. */
function takes({ measure, unit, numerator, denominator, name }: Target, kind: SubmissionContent['kind']): string {
  if (kind === 'plan') return `value: mức cam kết, ${measure === 'yes-no' ? '1 là có, 0 là chưa' : `đơn vị tính ${unit}`}`;
  if (measure === 'ratio') return `numerator: ${numerator ?? name}; denominator: ${denominator ?? name}`;
  return measure === 'yes-no' ? 'answer: có hoặc chưa; evidence: số, ký hiệu văn bản chứng minh' : `value: số cộng dồn từ đầu năm, đơn vị tính ${unit}`;
}

function lastLine(last: ReportContent | undefined, { id }: Target): readonly string[] {
  const words = figureWords(last?.targets.find(({ target }) => target === id));
  return words === undefined ? [] : [`Kỳ trước (${last?.period ?? ''}): ${words}`];
}

function figureWords(figure: TargetFigure | undefined): string | undefined {
  if (figure === undefined) return undefined;
  const { numerator, denominator, value, answer } = figure;
  if (typeof numerator === 'number' && typeof denominator === 'number') return `${formatNumber(numerator, 'vi')}/${formatNumber(denominator, 'vi')}`;
  if (typeof value === 'number') return formatNumber(value, 'vi');
  return typeof answer === 'boolean' ? (answer ? 'có' : 'chưa') : undefined;
}

function planHelp({ plan, content }: Helped): readonly Help[] {
  const given = new Map(plan.tasks.map((task) => [task.id, task]));
  const rows = content.kind === 'plan' ? content.tasks : [];
  return [
    { path: ['tasks'], lines: ['Nhiệm vụ. words: việc phải làm; lead: mã đơn vị chủ trì; coordinating: mã đơn vị phối hợp; output: kết quả; start, due: từ ngày, đến ngày', 'Thêm nhiệm vụ riêng: id mới, origin: own'] },
    ...rows.map(({ id }, index): Help => ({ path: ['tasks', index], lines: taskLines(given.get(id)) })),
    { path: ['budget'], lines: ['Kinh phí, đồng. Mỗi dòng: id, name, task, aspect (investment: đầu tư, recurrent: thường xuyên), amounts, total', 'amounts: central (trung ương), local-investment, local-recurrent, other'] },
    { path: ['budgetTotal'], lines: ['Tổng kinh phí, đồng; để trống khi không có dòng kinh phí'] },
    { path: ['budgetTotalInWords'], lines: ['Tổng kinh phí bằng chữ'] },
  ];
}

function taskLines(task: PlanTask | undefined): readonly string[] {
  return task === undefined ? ['Chuyển từ năm trước: đặt lại start, due'] : [`Giao trong kế hoạch, ${task.clause}${task.time === undefined ? '' : `, thời gian in: ${task.time}`}`];
}

function reportHelp({ plan, content }: Helped): readonly Help[] {
  const given = new Map(plan.tasks.map((task) => [task.id, task]));
  const rows = content.kind === 'report' ? content.tasks : [];
  const statuses = Object.entries(statusWords).map(([status, [word]]) => `${status} (${word})`).join(', ');
  return [
    { path: ['tasks'], lines: [`Tiến độ nhiệm vụ. status: ${statuses}`, 'percent: phần trăm hoàn thành; doneOn: ngày hoàn thành; evidence: minh chứng; comment: giải trình'] },
    ...rows.map(({ task }, index): Help => ({ path: ['tasks', index], lines: [given.get(task)?.words ?? 'Nhiệm vụ của đơn vị'] })),
    { path: ['spending'], lines: ['Đã giải ngân, đồng, cộng dồn từ đầu năm, theo dòng kinh phí của kế hoạch đơn vị: line, spent'] },
  ];
}
