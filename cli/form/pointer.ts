import type { DataPath } from '../../plans/yaml.ts';

/** The path of a JSON pointer: `/targets/3/numerator` is targets, 3, numerator. */
export function pathOf(pointer: string): DataPath {
  return pointer.split('/').slice(1).map((step) => (/^\d+$/u.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
