import type { Cell } from '../../../domain/plan.ts';

/** Two usual names for one circle of bodies. */
const sameBodies: Readonly<Record<string, string>> = { 'địa phương': 'ubnd cấp huyện', 'các địa phương': 'ubnd cấp huyện', 'các ngành': 'ngành' };

/** The bodies that a cell names, as they compare: lower case, split at commas and semicolons. */
export function bodiesOf(cell: Cell | undefined): readonly string[] {
  if (typeof cell !== 'string') return [];
  return cell.normalize('NFC').toLocaleLowerCase('vi').split(/[,;]/u).map((name) => name.replace(/\s+/gu, ' ').trim()).filter(Boolean).map((name) => sameBodies[name] ?? name);
}
