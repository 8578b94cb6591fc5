import type { FactContext } from './context.ts';
import { asTyped, type FactValue } from './fact.ts';
import type { Origins, Scope } from './family.ts';
import { getFact, scopeItems } from './registry.ts';

/** Origins that mean the same for every item. */
const commonOrigins: Origins = {
  content: '',
  plan: 'plan:',
  period: 'period:',
  clock: 'clock:',
  register: 'register:',
  calendar: 'calendar:',
  previous: 'previous-report:',
  approved: 'approved-plan:',
  lastYear: 'last-year-plan:',
};

/** The facts of one scope of one submission, column by column, each calculated when a rule first asks for it. */
export class FactTable {
  readonly scope: Scope;
  readonly items: readonly unknown[];
  readonly #context: FactContext;
  readonly #columns = new Map<string, readonly FactValue[]>();

  constructor(scope: Scope, context: FactContext) {
    this.scope = scope;
    this.#context = context;
    this.items = scopeItems(scope).items(context);
  }

  /** The fact of every item, in order. */
  column(name: string): readonly FactValue[] {
    const known = this.#columns.get(name);
    if (known) return known;
    const { type, read } = getFact(name);
    const values = this.items.map((item) => asTyped(type, read(item, this.#context)));
    this.#columns.set(name, values);
    return values;
  }

  value(name: string, row: number): FactValue {
    return this.column(name)[row] ?? null;
  }

  /** Where the fact of an item was read from: pointers into the submission, or `plan:/…`, `previous-report:/…`. */
  sources(name: string, row: number): readonly string[] {
    const origins = scopeItems(this.scope).origins(this.items[row], this.#context);
    return getFact(name).from.map((place) => {
      const [origin = '', ...path] = place.split('/');
      return [origins[origin] ?? commonOrigins[origin] ?? `${origin}:`, ...path].join('/');
    });
  }

  target(row: number): string | undefined {
    return scopeItems(this.scope).target?.(this.items[row]);
  }
}
