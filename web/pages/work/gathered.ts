import type { WorkItem } from '../../../api/use-cases/work.ts';
import { paths } from '../../paths.ts';

/** So many of one kind are still read one by one. */
const few = 5;

/** Lists of a cycle that hold everything of a kind; what has none is the unit's own work. */
const lists: Readonly<Partial<Record<WorkItem['what'], (item: WorkItem) => string>>> = {
  'review-report': ({ cycle, quarter, state }) => paths.duties(cycle, { kind: 'report', quarter: quarter ?? undefined, state, sort: 'due' }),
  'give-opinion': ({ cycle }) => paths.queue(cycle), 'conclude': ({ cycle }) => paths.queue(cycle), 'decide': ({ cycle }) => paths.queue(cycle),
};

/** Work of one kind, in one cycle and state: its soonest, with how many there are and where all of them are listed when they are more than a few. */
export interface Gathered {
  readonly item: WorkItem;
  readonly count: number;
  readonly list: string | undefined;
}

/** Gathers what many units wait for, so that a start page is read at once; the order of the soonest stays. */
export function gathered(items: readonly WorkItem[]): readonly Gathered[] {
  const groups = new Map<string, WorkItem[]>();
  for (const item of items) {
    const key = [item.what, item.cycle, item.quarter, item.aspect, item.state].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group): readonly Gathered[] => {
    const [first] = group;
    const list = first && lists[first.what];
    return first && list && group.length > few ? [{ item: first, count: group.length, list: list(first) }] : group.map((item) => ({ item, count: 1, list: undefined }));
  });
}
