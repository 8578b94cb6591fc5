import { parseDutyId } from '../domain/ids.ts';
import type { About } from '../domain/ports/letters.ts';
import { paths } from '../web/paths.ts';

/** The page about it, once signed in; without a public address there is no link. */
export function linkBelow(base: string | undefined): About['linkTo'] {
  return ({ kind, cycle, subject }) => {
    if (base === undefined) return null;
    const place = parseDutyId(subject);
    const whole = kind === 'guidance' ? paths.cycle(cycle) : paths.directive(cycle, subject);
    const path = place ? paths.duty(place) : whole;
    return `${base.replace(/\/+$/, '')}${path}`;
  };
}
