import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportHtml } from '../../../documents/year-report/html.ts';
import { reportJson } from '../../../documents/year-report/json.ts';
import { reportMarkdown } from '../../../documents/year-report/markdown.ts';
import type { YearReport } from '../../../documents/year-report/model.ts';

/** Writes report.html, report.json and report.md; answers their paths. */
export function writeReport(folder: string, report: YearReport): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const files = { 'report.html': reportHtml(report), 'report.json': reportJson(report), 'report.md': reportMarkdown(report) };
  return Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}
