import { z } from 'zod';
import { deliveryChannels, deliveryStates, type Delivery } from '../../domain/delivery.ts';
import { noticeKinds } from '../../domain/notice.ts';
import { deliveryOrders } from '../../domain/ports/deliveries.ts';
import { day, instant, language, pageQuery, unitCode } from './common.ts';

const real = z.int().meta({ description: 'Epoch milliseconds, real time' });

export const delivery = z.strictObject({
  id: z.int(), cycle: z.string(), subject: z.string().meta({ description: 'Id of a plan, a report or a directive; of guidance the cycle' }), unit: z.string(), rung: z.string(), channel: z.enum(deliveryChannels),
  person: z.string().meta({ description: 'account:<id>, contact:<unit>/<part>, or nobody' }), name: z.string(), address: z.string().nullable(), kind: z.enum(noticeKinds), detail: z.string(), due: day.nullable(), at: instant,
  createdAt: real, state: z.enum(deliveryStates), attempts: z.int(), notBefore: real.nullable(), endedAt: real.nullable(), lastError: z.string().nullable(), mail: z.string().nullable().meta({ description: 'Message-ID' }), language, bouncedAt: real.nullable(), text: z.string().nullable().meta({ description: 'Key of the own text that its rung named; null: the usual one' }),
} satisfies Record<keyof Delivery, z.ZodType>).meta({ id: 'Delivery' });

export const deliveryQuery = z.strictObject({
  unit: unitCode.exactOptional(), person: z.string().max(200).exactOptional().meta({ description: 'Part of a name or address' }), state: z.enum(deliveryStates).exactOptional(), channel: z.enum(deliveryChannels).exactOptional(),
  kind: z.enum(noticeKinds).exactOptional(), from: day.exactOptional(), to: day.exactOptional(), order: z.enum(deliveryOrders).exactOptional(), ...pageQuery,
});

export const bounce = z.strictObject({ message: z.string().min(1).max(500_000).meta({ description: 'The report as it came, with all its headers (RFC 3464)' }) });
export const bounceRecorded = z.strictObject({ messageId: z.string(), bounced: z.array(z.int()), reason: z.string().nullable() });
