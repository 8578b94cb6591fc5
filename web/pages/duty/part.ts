import type { Visit } from '../../http/page.ts';
import type { DutyHere } from './here.ts';
import type { DutyParams } from './on-both.ts';

/**
 * One part of a duty's page: a template below `web/views`, included with what `model` answers under the name `part.model`; undefined: nothing is shown.
 * A part asks `here.view.possible` and the caller's roles what the caller may do, so that everybody finds their own acts on the one page.
 */
export interface DutyPart {
  readonly name: string;
  readonly template: `duty/${string}.njk`;
  readonly model: (visit: Visit<DutyParams>, here: DutyHere) => Promise<Readonly<Record<string, unknown>> | undefined> | Readonly<Record<string, unknown>> | undefined;
}
