import type { SubmissionContent } from '../../domain/submission.ts';
import { readDataFile } from '../../plans/read.ts';
import { parseYaml, type DataPath } from '../../plans/yaml.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { usable } from '../plan/input.ts';
import { contentOf } from './content.ts';
import { depthOf, maxDepth } from './depth.ts';
import { doubtfulNumbers } from './doubtful.ts';
import { withProblems } from './problems.ts';
import { formText } from './read-file.ts';
import { formSchemas, kindSchema } from './schema.ts';

/** A filled form and where each of its fields stands. */
export interface FilledForm {
  readonly file: string;
  readonly content: SubmissionContent;
  /** The line of a field, counted from 1; of the nearest block around it when it is not there. */
  readonly lineOf: (path: DataPath) => number;
}

/** Reads a form in YAML or JSON. One that cannot be used ends the command with status 2: file, line and field of each problem, one a line. */
export function readForm(file: string): FilledForm {
  const text = formText(file);
  if (depthOf(text) > maxDepth) throw new CommandFailed(`${file}:1:1: lồng nhau quá sâu (chấp nhận: tối đa ${maxDepth} lớp)`, exitStatus.usage);
  const source = parseYaml(text);
  const doubtful = file.toLowerCase().endsWith('.json') ? [] : doubtfulNumbers(file, text, source);
  return usable(() => withProblems(doubtful, () => {
    const { kind } = readDataFile({ file, text, schema: kindSchema });
    const content = contentOf(readDataFile({ file, text, schema: formSchemas[kind] }));
    const lineOf = (path: DataPath): number => {
      const last = path.at(-1);
      return (typeof last === 'string' ? source.positionOfKey(path.slice(0, -1), last) : source.positionOf(path)).line;
    };
    return { file, content, lineOf };
  }));
}
