import { coverageOf, type Coverage } from '../../rules/plan-document/coverage.ts';
import { exitStatus } from '../exit.ts';
import { columns, printResult } from '../output.ts';
import { planOf, sourceOf } from './input.ts';
import { wrapped } from './paint.ts';

const names = {
  target: 'chỉ tiêu', task: 'nhiệm vụ', result: 'kết quả', responsibility: 'trách nhiệm', table: 'bảng', ground: 'căn cứ', title: 'tên kế hoạch', reason: 'lý do ghi trong dữ liệu',
} as const satisfies Readonly<Record<keyof Coverage['heldBy'], string>>;

/** `chutrinh plan coverage ID --source FILE`. */
export function coverageCommand(id: string, file: string, json: boolean): void {
  const coverage = coverageOf(planOf(id), sourceOf(file));
  printResult(json, coverage, linesOf(coverage));
  if (coverage.invented.length > 0 || coverage.missed.length > 0) process.exitCode = exitStatus.answerIsNo;
}

function linesOf({ plan, quotes, sentences, heldBy, invented, missed }: Coverage): readonly string[] {
  return [
    `${plan}: ${quotes} trích dẫn, ${invented.length} chỗ không có trong văn bản; ${sentences} câu có số, ${missed.length} câu chưa có mục nào giữ`,
    ...columns(Object.entries(names).map(([kind, name]) => [`  ${name}`, String(heldBy[kind as keyof typeof names])])),
    ...invented.flatMap(({ id, words }) => marked('không có trong văn bản', `${id}: ${words}`)),
    ...missed.flatMap((sentence) => marked('chưa giữ', sentence)),
  ];
}

function marked(mark: string, words: string): readonly string[] {
  return wrapped(`${mark}: ${words}`, 96).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
}
