import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { PlanFileError, type PlanProblem } from '../../plans/problems.ts';

export interface TextFile {
  /** As shown in problems: relative to the working directory. */
  readonly file: string;
  /** Without folder and extension. */
  readonly name: string;
  readonly text: string;
}

/** Every `.yaml` file below a folder, in alphabetical order; none for a folder that is not there. */
export function yamlFiles(folder: string): readonly TextFile[] {
  return listed(folder).map(yamlFile);
}

/** Throws what the file system throws. */
export function yamlFile(path: string): TextFile {
  return { file: relative(process.cwd(), path), name: basename(path, '.yaml'), text: readFileSync(path, 'utf8') };
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml')).sort().map((path) => join(folder, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Collects what is wrong in many files, so that all of it is told at once. */
export class Problems {
  readonly #all: PlanProblem[] = [];

  /** What `read` gives; undefined when its file was refused. */
  gather<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof PlanFileError)) throw error;
      this.#all.push(...error.problems);
      return undefined;
    }
  }

  /** Throws `PlanFileError` when there was any problem. */
  assertNone(): void {
    if (this.#all.length > 0) throw new PlanFileError(this.#all);
  }
}
