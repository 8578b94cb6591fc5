import { columnKinds, comparators, measures, quarters, tableKinds } from '../../../../domain/plan.ts';
import { unitLevels } from '../../../../domain/unit.ts';
import type { DraftPart } from '../../../../api/use-cases/plan-draft-edit.ts';

/** A member of an entry as the form asks for it: its dotted path, and how it is written. */
export interface Member {
  readonly path: string;
  readonly as: 'line' | 'long' | 'date' | 'number' | 'year' | 'codes' | 'unit' | 'units' | 'choice' | 'levels' | 'thresholds' | 'columns';
  readonly values?: readonly string[];
  /** Key of the locales for the words of its values. */
  readonly words?: string;
  /** The words themselves, where the values are the plan's own. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly optional?: boolean;
}

export const line = (path: string): Member => ({ path, as: 'line' });
const long = (path: string): Member => ({ path, as: 'long' });
const date = (path: string): Member => ({ path, as: 'date' });
const number = (path: string): Member => ({ path, as: 'number' });
const codes = (path: string): Member => ({ path, as: 'codes' });
const unit = (path: string): Member => ({ path, as: 'unit' });
const units = (path: string): Member => ({ path, as: 'units' });
export const choice = (path: string, values: readonly string[], words: string): Member => ({ path, as: 'choice', values, words });
export const optional = (member: Member): Member => ({ ...member, optional: true });

/** What each part asks, in the order of its form. */
export const members = {
  head: [line('title'), line('titleEn'), { path: 'year', as: 'year' }, line('issuer'), line('issuerName'), optional(line('symbol')), optional(date('issuedOn')), choice('level', unitLevels, 'units.level')],
  targets: [
    line('id'), line('code'), long('name'), optional(line('nameEn')), line('clause'), long('quote'), choice('measure', measures, 'plans.measures'), choice('comparator', comparators, 'comparators'), number('threshold'), line('unit'), optional(long('numerator')), optional(long('denominator')), optional(long('exclusions')),
    optional({ path: 'appliesTo.levels', as: 'levels' }), optional(codes('appliesTo.groups')), optional(units('appliesTo.units')), optional({ path: 'appliesTo.unitThresholds', as: 'thresholds' }), unit('reportedBy'), { path: 'dueYear', as: 'year' },
    ...quarters.map((quarter) => optional(number(`milestones.${quarter}`))), optional(long('note')),
  ],
  tasks: [line('id'), optional(line('number')), long('words'), line('clause'), optional(long('quote')), units('lead'), optional(units('coordinating')), optional(units('executing')), optional(long('output')), optional(date('start')), optional(date('due')), optional(line('time'))],
  tables: [line('id'), choice('kind', tableKinds, 'plans.tableKinds'), long('title'), line('clause'), optional({ path: 'year', as: 'year' }), { path: 'columns', as: 'columns' }],
  results: [line('id'), long('name'), line('clause'), optional(long('quote')), optional(number('value')), optional(number('numerator')), optional(number('denominator')), line('unit'), optional(line('targetCode'))],
  responsibilities: [unit('unit'), long('duty'), line('clause'), optional(long('quote'))],
  legalGrounds: [line('id'), long('name'), optional(line('symbol')), optional(line('issuer')), optional(date('date')), optional(date('inForceTo'))],
  calendar: [date('guidance'), date('draftsDue'), date('appraisalDue'), date('approvalDue'), ...[0, 1, 2, 3].flatMap((index) => [optional(choice(`periods.${index}.quarter`, quarters, 'quarters')), ...['from', 'to', 'due'].map((member) => optional(date(`periods.${index}.${member}`)))]), date('closing'), optional(long('note'))],
  roles: [...['secretariat', 'committee', 'approver', 'leadAppraiser', 'appraisers.technical', 'appraisers.investment', 'appraisers.recurrent', 'appraisers.security'].map((role) => unit(`roles.${role}`)), units('units')],
} as const satisfies Readonly<Record<DraftPart, readonly Member[]>>;

export { columnKinds };
