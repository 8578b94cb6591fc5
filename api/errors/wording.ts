import type { RefusalCode } from '../../domain/refusals.ts';

/** `{name}` is replaced by the figure of that name. */
export interface Wording {
  readonly title: string;
  readonly detail: string;
}

export type Wordings = Readonly<Record<RefusalCode, Wording>>;
