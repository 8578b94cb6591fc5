import type { SubmissionContent } from '../../../domain/submission.ts';
import { valueAt, withValueAt } from './pointer.ts';

/**
 * What an honest unit does with findings: at every place they point to, it looks into its files again (`truth`) and
 * writes what stands there. Places that the content or the files do not have are passed over.
 */
export function mend<Content extends SubmissionContent>(content: Content, truth: Content, pointers: readonly string[]): Content {
  let mended = content;
  for (const pointer of new Set(pointers)) {
    const parent = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
    if (valueAt(mended, parent) === undefined || valueAt(truth, parent) === undefined) continue;
    mended = withValueAt(mended, pointer, valueAt(truth, pointer));
  }
  return mended;
}
