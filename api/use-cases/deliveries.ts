import type { PlainDate } from '../../domain/date.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { addDays, atTime } from '../../domain/plain-date.ts';
import type { DeliveryFilter, DeliveryOrder, Mail } from '../../domain/ports/deliveries.ts';
import type { Page, PageRequest } from '../../domain/ports/page.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';

/** What the send log is asked for; days are those of Asia/Ho_Chi_Minh on which a row was written. */
export interface LogFilter extends Omit<DeliveryFilter, 'from' | 'before'> {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

export function listDeliveries({ record }: Pick<Desk, 'record'>, { from, to, ...filter }: LogFilter, page: PageRequest, order?: DeliveryOrder): Promise<Page<Delivery>> {
  return record.read.deliveries.list({ ...filter, ...(from === undefined ? {} : { from: atTime(from, '00:00') }), ...(to === undefined ? {} : { before: atTime(addDays(to, 1), '00:00') }) }, page, order);
}

/** A delivery with the mail as it was handed over; without one while it waits. */
export interface DeliveryRead {
  readonly delivery: Delivery;
  readonly mail: Mail | undefined;
}

export async function getDelivery({ record }: Pick<Desk, 'record'>, id: number): Promise<DeliveryRead> {
  const delivery = await record.read.deliveries.find(id);
  if (!delivery) throw new Refused('not-found', { figures: { subject: `delivery ${id}` } });
  return { delivery, mail: delivery.mail === null ? undefined : await record.read.deliveries.findMail(delivery.mail) };
}

export const settlements = { resending: { state: 'waiting', act: 'resendDelivery' }, dismissal: { state: 'dismissed', act: 'dismissDelivery' } } as const;
export type Settlement = keyof typeof settlements;

/** An uncertain mail goes out after all, or is let be. Refused with `already-exists` when somebody has decided it, or it is not in doubt. */
export async function settleDelivery(desk: Desk, caller: Caller, id: number, settlement: Settlement): Promise<Delivery> {
  const { delivery } = await getDelivery(desk, id);
  const { state, act } = settlements[settlement];
  return commit(desk, caller, async (tx) => {
    if (!(await tx.deliveries.settle(id, state, desk.now()))) throw new Refused('already-exists', { figures: { subject: `delivery ${id}`, state: delivery.state } });
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act, cycle: delivery.cycle, unit: delivery.unit, subject: delivery.subject, outcome: 'done', details: { delivery: id, person: delivery.person } }]);
    return { ...delivery, state };
  });
}

/** A part of a mail that we composed: text in base64. */
function partOf({ raw }: Mail, type: 'plain' | 'html'): string {
  const part = new RegExp(`Content-Type: text/${type}[\\s\\S]*?\\r?\\n\\r?\\n([A-Za-z0-9+/=\\r\\n]+)`, 'i').exec(raw)?.[1] ?? '';
  return Buffer.from(part, 'base64').toString('utf8');
}

/** What was handed over: a mail, or a message by phone as JSON. */
export type MailKind = 'eml' | 'json';
export const kindOf = ({ raw }: Mail): MailKind => (raw.startsWith('{') ? 'json' : 'eml');

/** The plain words of what we composed: of a message by phone the figures of its template. */
export const plainText = (mail: Mail): string => (kindOf(mail) === 'json' ? templateFigures(mail.raw) : partOf(mail, 'plain'));
export const hasHtml = ({ raw }: Mail): boolean => /^Content-Type: text\/html/im.test(raw);
export const htmlText = (mail: Mail): string => partOf(mail, 'html');

const templateFigures = (raw: string): string => Object.entries((JSON.parse(raw) as { template_data?: Readonly<Record<string, string>> }).template_data ?? {}).map(([name, value]) => `${name}: ${value}`).join('\n');
