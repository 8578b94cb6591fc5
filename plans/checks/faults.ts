import type { Bilingual } from '../../domain/text.ts';
import type { Fault } from '../issues.ts';
import type { DataPath } from '../yaml.ts';

/** A fault at `path` about `value`; `accepted` in one language-neutral form or in both languages. */
export function fault(path: DataPath, code: string, value: unknown, message: Bilingual, accepted: Bilingual | string): Fault {
  return { path, code, value, message, accepted: typeof accepted === 'string' ? { vi: accepted, en: accepted } : accepted };
}

/** One fault for every value that stands more than once; `paths[i]` is where `values[i]` stands. */
export function repeated(values: readonly string[], pathOf: (index: number) => DataPath): Fault[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [fault(pathOf(index), 'repeated', value, { vi: `“${value}” đã dùng ở trên`, en: `"${value}" is used above` }, { vi: 'mã chưa dùng', en: 'a value not used yet' })];
  });
}
