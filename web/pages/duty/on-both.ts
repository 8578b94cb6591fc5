import type { z } from 'zod';
import { planPlace, reportPlace } from '../../../api/contracts/common.ts';
import type { Place } from '../../../api/use-cases/place.ts';
import { act, page, type Act, type Page, type Visit } from '../../http/page.ts';

/** Parameters of a duty's addresses: a report has a quarter, a plan has none. */
export type DutyParams = Place;

/** The addresses of a duty and what follows them: `/draft` makes `/cycles/:cycle/plans/:unit/draft` and the report's. */
function addressesOf(rest: '' | `/${string}`, more: z.ZodRawShape) {
  return [
    { kind: 'Plan', path: `/cycles/:cycle/plans/:unit${rest}`, params: planPlace.extend(more) },
    { kind: 'Report', path: `/cycles/:cycle/reports/:quarter/:unit${rest}`, params: reportPlace.extend(more) },
  ] as const;
}

type Both<Spec, More> = Omit<Spec, 'kind' | 'path' | 'params'> & { readonly rest: '' | `/${string}`; readonly more?: z.ZodObject<{ [Name in keyof More]: z.ZodType<More[Name]> }> };
type With<Params> = Visit<Params & DutyParams>;

/** One page for plans and reports alike. */
export function pageOfDuty<More = unknown>({ rest, more, ...spec }: Both<Omit<Page, 'show'>, More> & { show: (visit: With<More>) => ReturnType<Page['show']> }): readonly Page[] {
  return addressesOf(rest, more?.shape ?? {}).map(({ kind, path, params }) => page({ ...spec, name: `${spec.name}Of${kind}`, path, params } as never));
}

/** One act for plans and reports alike. */
export function actOfDuty<More = unknown, Form extends z.ZodType = z.ZodType, Result = unknown>({ rest, more, ...spec }: Both<Omit<Act, 'form' | 'run' | 'then' | 'again' | 'read' | 'reply'>, More> & {
  readonly form?: Form;
  readonly read?: (fields: Parameters<NonNullable<Act['read']>>[0], visit: With<More>) => unknown;
  readonly run: (visit: With<More>, form: z.output<Form>) => Promise<Result>;
  readonly then: (result: Result, visit: With<More>, form: z.output<Form>) => ReturnType<Act['then']>;
  readonly reply?: (result: Result, visit: With<More>) => ReturnType<NonNullable<Act['reply']>>;
  readonly again: (visit: With<More>) => ReturnType<Act['again']>;
}): readonly Act[] {
  return addressesOf(rest, more?.shape ?? {}).map(({ kind, path, params }) => act({ ...spec, name: `${spec.name}Of${kind}`, path, params } as never));
}
