import type { Quarter } from '../../domain/plan.ts';
import { quarters } from '../../domain/plan.ts';
import { html, type Html } from '../html/html.ts';

/** Ends of the four arcs, clockwise from the top, with a gap between them. */
const arcs: Readonly<Record<Quarter, string>> = {
  Q1: 'M12.8 2.6 A9.4 9.4 0 0 1 21.4 11.2',
  Q2: 'M21.4 12.8 A9.4 9.4 0 0 1 12.8 21.4',
  Q3: 'M11.2 21.4 A9.4 9.4 0 0 1 2.6 12.8',
  Q4: 'M2.6 11.2 A9.4 9.4 0 0 1 11.2 2.6',
};

/** The ring of four quarters, the arc of the last one reported drawn full. */
export function markOf(quarter: Quarter | undefined): Html {
  return html`<p class="mark"><svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#0b5563" aria-hidden="true">${quarters.map((each) => html`<path d="${arcs[each]}" stroke-width="${each === quarter ? 4 : 1.6}"/>`)}</svg>Chu Trình</p>`;
}
