import { html, type Markup } from './markup.ts';

/** A point of a line; without a value the line is broken there. */
export interface ChartPoint {
  readonly label: string;
  readonly value: number | null;
}

export interface LineChart {
  /** What the picture shows, in a sentence or two, for those who cannot see it. */
  readonly summary: string;
  readonly points: readonly ChartPoint[];
  /** Drawn dashed across, with its words. */
  readonly threshold?: { readonly value: number; readonly text: string };
  /** Highest value of the axis where there is a natural one, for example 100 for percent. */
  readonly top?: number;
  readonly write: (value: number) => string;
}

const box = { width: 720, height: 280, left: 64, right: 32, top: 24, bottom: 40 } as const;
const plot = { width: box.width - box.left - box.right, height: box.height - box.top - box.bottom };

/** First and last point stand so far inside, that what is written above them is neither cut off nor runs into the axis. */
const inset = 32;

/** 1, 2 or 5 times a power of ten, so that at most five steps reach `top`. */
function stepFor(top: number): number {
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
}

/** A line with points over equal steps, from zero up, as SVG without style or script. */
export function lineChart({ summary, points, threshold, top, write }: LineChart): Markup {
  const highest = Math.max(top ?? 0, threshold?.value ?? 0, ...points.map(({ value }) => value ?? 0)) || 1;
  const step = stepFor(highest);
  const ceiling = Math.ceil(highest / step - 1e-9) * step;
  const x = (index: number): number => round(box.left + (points.length === 1 ? plot.width / 2 : inset + (index / (points.length - 1)) * (plot.width - 2 * inset)));
  const y = (value: number): number => round(box.top + plot.height * (1 - value / ceiling));
  const ticks = Array.from({ length: Math.round(ceiling / step) + 1 }, (_, index) => index * step);
  const grid = ticks.map((tick) => html`<line class="chart__grid" x1="${box.left}" x2="${box.width - box.right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="chart__axis" x="${box.left - 8}" y="${y(tick) + 4}" text-anchor="end">${write(tick)}</text>`);
  const bar = threshold ? html`<line class="chart__threshold" x1="${box.left}" x2="${box.width - box.right}" y1="${y(threshold.value)}" y2="${y(threshold.value)}" stroke-dasharray="6 4"/><text class="chart__threshold-text" x="${box.width - box.right}" y="${y(threshold.value) - 6}" text-anchor="end">${threshold.text}</text>` : html``;
  const dots = points.map(({ label, value }, index) => html`<text class="chart__axis" x="${x(index)}" y="${box.height - 16}" text-anchor="middle">${label}</text>${value === null ? html`` : html`<circle class="chart__dot" cx="${x(index)}" cy="${y(value)}" r="4"/><text class="chart__value" x="${x(index)}" y="${y(value) > box.top + 16 ? y(value) - 10 : y(value) + 20}" text-anchor="middle">${write(value)}</text>`}`);
  return html`<svg class="chart${points.length > 5 ? ' chart--long' : ''}" viewBox="0 0 ${box.width} ${box.height}" role="img" aria-label="${summary}" xmlns="http://www.w3.org/2000/svg" fill="none">${grid}${bar}<path class="chart__line" d="${pathOf(points, x, y)}"/>${dots}</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A missing value breaks the line: nothing is drawn across what nobody reported. */
function pathOf(points: readonly ChartPoint[], x: (index: number) => number, y: (value: number) => number): string {
  return points.map(({ value }, index) => (value === null ? '' : `${index === 0 || points[index - 1]?.value === null ? 'M' : 'L'}${x(index)} ${y(value)}`)).join('');
}
