import type { Act, CycleAct } from './stages.ts';

/** Error code → HTTP status → whether trying again unchanged may help. The sentence is made at the edge, in the reader's language. */
export const refusals = {
  'not-signed-in': { status: 401, retry: false },
  'wrong-credentials': { status: 401, retry: false },
  'csrf': { status: 403, retry: false },
  'forbidden': { status: 403, retry: false },
  'not-found': { status: 404, retry: false },
  'invalid-input': { status: 422, retry: false },
  'malformed': { status: 400, retry: false },
  'unknown-target': { status: 422, retry: false },
  'unknown-unit': { status: 422, retry: false },
  'not-in-cycle': { status: 404, retry: false },
  'wrong-stage': { status: 409, retry: false },
  'period-closed': { status: 409, retry: false },
  'cycle-paused': { status: 409, retry: false },
  'cycle-over': { status: 409, retry: false },
  'stale-version': { status: 412, retry: false },
  'version-required': { status: 428, retry: false },
  'stale-content': { status: 409, retry: false },
  'check-blocked': { status: 422, retry: false },
  'state-secret': { status: 422, retry: false },
  'already-exists': { status: 409, retry: false },
  'needs-second-person': { status: 409, retry: false },
  'idempotency-key-required': { status: 400, retry: false },
  'idempotency-mismatch': { status: 422, retry: false },
  'idempotency-running': { status: 409, retry: true },
  'too-large': { status: 413, retry: false },
  'unsupported-media-type': { status: 415, retry: false },
  'rate-limited': { status: 429, retry: true },
  'storage-unavailable': { status: 503, retry: true },
  'workflow-unavailable': { status: 503, retry: true },
  'internal': { status: 500, retry: true },
} as const satisfies Readonly<Record<string, { status: number; retry: boolean }>>;

export type RefusalCode = keyof typeof refusals;

/** One field that is wrong: JSON pointer, machine code, and what would be accepted. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly value?: unknown;
  readonly accepted?: string;
  readonly rule?: string;
  readonly message?: { readonly vi: string; readonly en: string };
  /** The smallest change that would pass. */
  readonly fix?: { readonly vi: string; readonly en: string };
}

export interface RefusalFigures {
  readonly [name: string]: string | number | boolean | null | undefined;
}

/**
 * The one error class of the product: a code of the table above, the figures for its sentence,
 * the fields concerned and the acts that are possible now.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;
  readonly figures: RefusalFigures;
  readonly errors: readonly FieldError[];
  readonly possible: readonly (Act | CycleAct)[] | undefined;
  /** A body for the reader beyond the sentence, for example the two versions of a stale draft. */
  readonly detail: unknown;

  constructor(code: RefusalCode, more: { figures?: RefusalFigures; errors?: readonly FieldError[]; possible?: readonly (Act | CycleAct)[]; detail?: unknown; cause?: unknown } = {}) {
    super(code, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.figures = more.figures ?? {};
    this.errors = more.errors ?? [];
    this.possible = more.possible;
    this.detail = more.detail;
  }
}
