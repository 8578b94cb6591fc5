/** Prints a result as it stands: names on the left, figures on the right, nested parts indented. */
export function printed(value: unknown, indent = '  '): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${indent}${String(value)}`];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]): readonly string[] => {
    if (name === 'method') return [];
    if (isSpread(part)) return [`${indent}${name.padEnd(18)} median ${part.median}${'p95' in part ? `, p95 ${String(part.p95)}` : ''} (${part.least} to ${part.most})`, ...printed(withoutSpread(part), `${indent}  `)];
    if (typeof part === 'object' && part !== null && !Array.isArray(part)) return [`${indent}${name}`, ...printed(part, `${indent}  `)];
    return [`${indent}${name.padEnd(18)} ${Array.isArray(part) ? part.join('; ') || '–' : String(part)}`];
  });
}

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

const isSpread = (value: unknown): value is Spread => typeof value === 'object' && value !== null && 'median' in value && 'least' in value && 'most' in value;

function withoutSpread(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !['median', 'least', 'most', 'p95', 'runs'].includes(name)));
}
