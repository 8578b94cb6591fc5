/** Where things stand in the text of a calendar: what is parsed has no lines any more. Lines count from 1. */
export interface Lines {
  /** Lines that are neither a property nor the continuation of one, or end what was not begun. */
  readonly broken: readonly number[];
  /** The line of a property of the nth event, else the one on which the event begins. */
  of(event: number, property?: string): number;
  /** The first property, its continuations with it, that is none to `isReadable`; else the first line. */
  unreadable(isReadable: (property: string) => boolean): number;
}

export function linesOf(text: string): Lines {
  const lines = text.split(/\r?\n/);
  const open: { readonly name: string; readonly line: number }[] = [];
  const events: { readonly begin: number; end: number }[] = [];
  const broken: number[] = [];
  lines.forEach((content, index) => {
    const line = index + 1;
    if (content.trim() === '' || (/^[ \t]/.test(content) && line > 1)) return;
    const [, bound, name = ''] = /^(BEGIN|END):(.+?)\s*$/i.exec(content) ?? [];
    const component = name.toUpperCase();
    if (bound === undefined) {
      if (!/^[\w-]+[;:]/.test(content) || open.length === 0) broken.push(line);
    } else if (bound.toUpperCase() === 'BEGIN') {
      open.push({ name: component, line });
      if (component === 'VEVENT') events.push({ begin: line, end: lines.length });
    } else if (open.pop()?.name !== component) broken.push(line);
    else if (component === 'VEVENT') (events.at(-1) ?? { end: 0 }).end = line;
  });
  const unfolded = lines.flatMap((content, index) => {
    if (content.trim() === '' || /^[ \t]/.test(content)) return [];
    const next = lines.findIndex((each, later) => later > index && !/^[ \t]/.test(each));
    return [{ line: index + 1, whole: [content, ...lines.slice(index + 1, next < 0 ? undefined : next).map((each) => each.slice(1))].join('') }];
  });
  return {
    unreadable: (isReadable) => unfolded.find(({ whole }) => !/^(BEGIN|END):/i.test(whole) && !isReadable(whole))?.line ?? 1,
    broken: [...broken, ...open.map(({ line }) => line)].sort((a, b) => a - b),
    of(event, property) {
      const { begin, end } = events[event] ?? { begin: 1, end: 1 };
      const found = property === undefined ? -1 : lines.slice(begin - 1, end).findIndex((content) => new RegExp(`^${property}[;:]`, 'i').test(content));
      return begin + Math.max(0, found);
    },
  };
}
