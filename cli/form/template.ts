import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { CommandFailed, exitStatus } from '../exit.ts';
import { blankFormOf } from './blank.ts';
import { heading, helpOf, type Helped } from './help.ts';
import { prefilled, type PrefillOptions } from './prefilled.ts';
import { planAndUnits, unitOf } from './subject.ts';
import { writeForm, type FormFormat } from './write.ts';

export interface TemplateOptions extends PrefillOptions {
  readonly plan: string;
  readonly unit: string;
  readonly format?: FormFormat;
  readonly out?: string;
  readonly force: boolean;
}

/** `chutrinh template`: prints the form, or writes it to `--out`. */
export function templateCommand({ out, force, format, ...options }: TemplateOptions): void {
  const text = templateOf(options, format ?? (extname(out ?? '').toLowerCase() === '.json' ? 'json' : 'yaml'));
  if (out === undefined) process.stdout.write(text);
  else {
    write(out, text, force);
    process.stdout.write(`${out}: mẫu để điền; kiểm tra bằng chutrinh check ${out}\n`);
  }
}

/** The text of a form. */
export function templateOf(options: Omit<TemplateOptions, 'out' | 'force' | 'format'>, format: FormFormat): string {
  const known = planAndUnits(options.plan, '--plan');
  const unit = unitOf(known, options.unit, '--unit');
  const helped: Helped = { plan: known.plan, unit, ...prefilled(known.plan, unit, options) };
  return writeForm[format]({ form: blankFormOf(helped.content), heading: heading(helped), help: helpOf(helped) });
}

function write(file: string, text: string, force: boolean): void {
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandFailed(`${file}: ${code === 'EEXIST' ? 'đã có tệp này; thêm --force để ghi đè' : `không ghi được (${code ?? String(error)})`}`, exitStatus.usage);
  }
}
