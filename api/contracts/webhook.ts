import { z } from 'zod';
import { deliveryStates, testEvent, webhookEvents } from '../../domain/webhook.ts';
import type { DeliveryView, WebhookView } from '../use-cases/webhooks.ts';
import { instant, line, pageQuery } from './common.ts';

const event = z.enum(webhookEvents);
const deliveryState = z.enum(deliveryStates);

export const webhook = z.strictObject({
  id: z.string(), name: z.string(), url: z.string(), events: z.array(event), state: z.enum(['on', 'off', 'gone']).meta({ description: '`gone`: it answered 410 Gone' }), createdAt: instant,
  deliveries: z.strictObject({ waiting: z.int(), delivered: z.int(), dead: z.int() }),
} satisfies Record<keyof WebhookView, z.ZodType>).meta({ id: 'Webhook' });

export const newWebhook = z.strictObject({ name: line(100), url: line(2000).meta({ description: 'An https address of the public internet' }), events: z.array(event).min(1) });
export const webhookCreated = webhook.extend({ secret: z.string().meta({ description: 'Signs what is sent (Standard Webhooks); shown this once' }) });
export const webhookSwitch = z.strictObject({ state: z.enum(['on', 'off']) });
export const byWebhook = z.strictObject({ id: z.string().max(100) });

export const delivery = z.strictObject({
  id: z.int(), endpoint: z.string(), event: z.string().meta({ description: '`webhook-id`: the same in every attempt' }), type: z.enum([...webhookEvents, testEvent]), state: deliveryState, attempts: z.int(), nextAt: instant,
  lastStatus: z.int().nullable(), lastError: z.string().nullable(), createdAt: instant, deliveredAt: instant.nullable(),
} satisfies Record<keyof DeliveryView, z.ZodType>).meta({ id: 'WebhookDelivery' });

export const deliveryQuery = z.strictObject({ state: deliveryState.exactOptional(), ...pageQuery });
export const replay = z.strictObject({ delivery: z.int().positive().exactOptional().meta({ description: 'One delivery; absent: every dead one' }) });
export const replayed = z.strictObject({ replayed: z.int() });
