import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Action } from '../../domain/permissions.ts';
import type { IncomingFile } from '../../domain/ports/files.ts';
import type { Bilingual } from '../../domain/text.ts';
import { none } from '../contracts/common.ts';
import type { Caller } from '../use-cases/caller.ts';
import { parse } from './parse.ts';
import type { Services } from './services.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * How far the permission table is asked before the handler runs: `any` (no unit is concerned), `unit` (the unit in the path),
 * `list` (everybody with any grant; the handler shows what the scope covers), `part` (any grant; who holds the part in the cycle is asked inside).
 */
export type Scope = 'any' | 'unit' | 'list' | 'part';

/** What a handler may say beside its body. */
export interface Reply {
  header(name: string, value: string): void;
  signIn(secret: string, maxAgeMs: number): void;
  signOut(): void;
}

export interface Ask<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Version named by `If-Match`. */
  readonly ifMatch?: number;
  readonly userAgent?: string;
  /** The file of an `upload`, while it arrives; undefined when the form has none. */
  readonly upload: () => Promise<IncomingFile | undefined>;
  readonly reply: Reply;
}

export type DeepReadonly<T> = T extends (infer Item)[] ? readonly DeepReadonly<Item>[] : T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

interface About {
  /** Operation id. */
  readonly name: string;
  readonly tag: string;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: Bilingual;
  readonly status?: 200 | 201 | 204;
  /** `Idempotency-Key` is required. */
  readonly key?: boolean;
  /** `If-Match` is required, or taken when given. */
  readonly ifMatch?: 'required' | 'optional';
  /** Refusals other than `forbidden` and `state-secret` leave no audit row: nothing about the year was attempted. */
  readonly quiet?: boolean;
  /** Takes one file as `multipart/form-data`, and no JSON. */
  readonly upload?: boolean;
  /** Media type of what a stream answers; server-sent events unless it says so. */
  readonly produces?: string;
}

interface Shapes<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Absent: 204. */
  readonly answer?: Answer;
}

/** A route as the router, the OpenAPI document and the tests read it. */
export interface Route extends About {
  readonly action: Action | 'public';
  readonly scope: Scope;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  readonly answer: z.ZodType | undefined;
  readonly run: (services: Services, caller: Caller | undefined, raw: RawAsk) => Promise<unknown>;
  readonly stream?: Stream;
}

export type Stream = (services: Services, caller: Caller, request: Request, response: Response) => Promise<void>;
export type RawAsk = Ask<unknown, unknown, unknown>;

type None = typeof none;
type Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = About & Shapes<P, Q, B, A>;

/** A route for signed-in callers: names its action; the permission table decides. */
export function route<P extends z.ZodType = None, Q extends z.ZodType = None, B extends z.ZodType = None, A extends z.ZodType = z.ZodUndefined>(
  spec: Spec<P, Q, B, A> & {
    readonly action: Action;
    readonly scope?: Scope;
    readonly handle: (services: Services, caller: Caller, ask: Ask<z.output<P>, z.output<Q>, z.output<B>>) => Promise<DeepReadonly<z.input<A>>>;
    readonly stream?: Stream;
  },
): Route {
  const { handle, scope = 'any', ...about } = spec;
  const shapes = shapesOf(spec);
  return {
    ...about, ...shapes, scope,
    run: async (services, caller, raw) => {
      if (!caller) throw new Error(`${spec.name} was reached without a caller`);
      return handle(services, caller, { ...raw, params: parse(shapes.params, raw.params) as z.output<P>, query: parse(shapes.query, raw.query) as z.output<Q>, body: parse(shapes.body ?? none, raw.body ?? {}) as z.output<B> });
    },
  };
}

/** A route for anyone: signing in, and nothing else. */
export function publicRoute<B extends z.ZodType, A extends z.ZodType>(
  spec: Spec<None, None, B, A> & { readonly body: B; readonly handle: (services: Services, ask: Ask<unknown, unknown, z.output<B>>) => Promise<DeepReadonly<z.input<A>>> },
): Route {
  const { handle, ...about } = spec;
  return { ...about, ...shapesOf(spec), action: 'public', scope: 'any', run: (services, _, raw) => handle(services, { ...raw, body: parse(spec.body, raw.body ?? {}) }) };
}

function shapesOf(shapes: Shapes<z.ZodType, z.ZodType, z.ZodType, z.ZodType>): Pick<Route, 'params' | 'query' | 'body' | 'answer'> {
  return { params: shapes.params ?? none, query: shapes.query ?? none, body: shapes.body, answer: shapes.answer };
}
