import { setTimeout as sleep } from 'node:timers/promises';
import { randomFor, shuffled } from '../../../cli/rehearse/random.ts';
import type { TortureSink } from './sink.ts';

export interface Weather {
  /** Addresses that the server refuses for good. */
  readonly gone: ReadonlySet<string>;
  /** Addresses that it puts off for the first half of the time. */
  readonly later: ReadonlySet<string>;
}

export interface WeatherRequest {
  readonly sink: TortureSink;
  readonly addresses: readonly string[];
  readonly seed: number;
  /** Real time. */
  readonly from: number;
  readonly to: number;
  /** Only slow, and refusing some for good: nothing that makes the sender wait for half a minute. */
  readonly isShort: boolean;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Least and most ms that a mail takes. */
const paces = { usual: [10, 120], slow: [400, 1_200] } as const;

/** What the mail server is like meanwhile: slow for a stretch, away for another, with addresses that it puts off and some that it does not know. */
export function makeWeather({ sink, addresses, seed, from, to, isShort, signal, say }: WeatherRequest): Weather & { readonly over: Promise<void> } {
  const order = shuffled(randomFor(seed, 'weather'), addresses);
  const share = (part: number): number => Math.max(1, Math.round(order.length * part));
  const gone = new Set(order.slice(0, share(0.03)));
  const later = new Set(isShort ? [] : order.slice(gone.size, gone.size + share(0.05)));
  let putsOff = true;
  sink.manners.pace = paces.usual;
  sink.manners.refuses = (address) => {
    if (gone.has(address)) return 550;
    return putsOff && later.has(address) ? 451 : undefined;
  };
  const at = (part: number): Promise<void> => sleep(Math.max(0, from + (to - from) * part - Date.now()), undefined, { signal });
  const pass = async (): Promise<void> => {
    await at(0.25);
    sink.manners.pace = paces.slow;
    say('mail server slow');
    await at(0.45);
    sink.manners.pace = paces.usual;
    await at(0.5);
    putsOff = false;
    if (isShort) return;
    await at(0.6);
    sink.goAway();
    say('mail server away');
    await at(0.7);
    sink.comeBack();
    say('mail server back');
  };
  const over = pass().catch(() => undefined);
  return { gone, later, over };
}
