import type { Delivery } from '../../domain/delivery.ts';
import { filled } from '../../domain/mail-texts.ts';
import type { Mail } from '../../domain/ports/deliveries.ts';
import type { About } from '../../domain/ports/letters.ts';
import { keyOf } from '../compose.ts';
import { lineOf } from '../letters/matter.ts';

/** Longest value that a parameter of a template takes. */
const mostLetters = 100;

/** Figures of the template, by the names that it is registered with: nothing of a plan, nor of a person. */
export const zaloFigures = ['unit', 'duty', 'due'] as const;

/** The message as it goes over the wire, without the token: the same for the same delivery. */
export function composeZalo(delivery: Delivery, about: About, template: string): Mail {
  const { figures } = lineOf(delivery, about).sentence;
  const said = { unit: figures['unit'], duty: filled('{{what}}', figures), due: figures['due'] } satisfies Record<(typeof zaloFigures)[number], unknown>;
  const data = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value ?? '').slice(0, mostLetters)]));
  const id = keyOf(delivery);
  return { id, raw: JSON.stringify({ phone: delivery.address, template_id: template, template_data: data, tracking_id: id }) };
}
