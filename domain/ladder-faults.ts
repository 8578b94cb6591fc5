import { isEscalation, ladderKinds, rungAudiences, rungChannels, type Ladders, type Rung } from './cycle.ts';
import { Refused, type FieldError } from './refusals.ts';
import type { NamedTexts } from './rung-texts.ts';

/** What a ladder may hold: rungs of one kind, and working days before or after the due date. */
export const ladderLimits = { rungs: 20, days: 60 } as const;

/** Everything that keeps ladders from being saved, each with kind and rung as its place below `/ladder`; kinds that are not given stay as they are. `texts`: those that a rung may name, and those it no longer may. */
export function ladderFaults(ladders: Partial<Ladders>, texts: NamedTexts): readonly FieldError[] {
  return ladderKinds.flatMap((kind): readonly FieldError[] => {
    const rungs = ladders[kind];
    if (rungs === undefined) return [];
    const pointer = `/ladder/${kind}`;
    if (rungs.length === 0) return [{ pointer, code: 'no-rungs', value: 0, accepted: `1–${ladderLimits.rungs}` }];
    if (rungs.length > ladderLimits.rungs) return [{ pointer, code: 'too-many-rungs', value: rungs.length, accepted: `≤ ${ladderLimits.rungs}` }];
    return rungs.flatMap((rung, index) => [...rungFaults(rung, rungs.slice(0, index)), ...textFaultsOf(rung, texts)].map((fault) => ({ ...fault, pointer: `${pointer}/${index}/${fault.pointer}` })));
  });
}

function rungFaults({ days, to, channels = [], mayOptOut = false }: Rung, before: readonly Rung[]): readonly FieldError[] {
  const { days: most } = ladderLimits;
  const previous = before.at(-1)?.days ?? -most;
  const faults: FieldError[] = [];
  if (!Number.isInteger(days) || Math.abs(days) > most) faults.push({ pointer: 'days', code: 'whole-days', value: days, accepted: `−${most}…${most}` });
  else if (days < previous) faults.push({ pointer: 'days', code: 'rung-out-of-order', value: days, accepted: `≥ ${previous}` });
  if (!rungAudiences.includes(to)) faults.push({ pointer: 'to', code: 'unknown-audience', value: to, accepted: rungAudiences.join(', ') });
  else if (before.some((rung) => rung.days === days && rung.to === to)) faults.push({ pointer: 'to', code: 'audience-twice', value: to, accepted: '' });
  channels.forEach((channel, index) => {
    if (!rungChannels.includes(channel)) faults.push({ pointer: `channels/${index}`, code: 'unknown-channel', value: channel, accepted: rungChannels.join(', ') });
    else if (channels.indexOf(channel) < index) faults.push({ pointer: `channels/${index}`, code: 'twice', value: channel, accepted: '' });
  });
  if (mayOptOut && isEscalation(to)) faults.push({ pointer: 'mayOptOut', code: 'not-for-escalations', value: true, accepted: 'false' });
  return faults;
}

function textFaultsOf({ text }: Rung, texts: NamedTexts): readonly FieldError[] {
  if (text === undefined) return [];
  const found = texts.find(({ key }) => key === text);
  if (found && !found.isRetired) return [];
  return [{ pointer: 'text', code: found ? 'retired-text' : 'unknown-text', value: text, accepted: texts.filter(({ isRetired }) => !isRetired).map(({ key }) => key).join(', ') || '–' }];
}

/** Throws `invalid-input` with all that is wrong. */
export function assertLadder(ladders: Partial<Ladders>, texts: NamedTexts): void {
  const errors = ladderFaults(ladders, texts);
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
}
