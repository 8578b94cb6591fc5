import { z } from 'zod';
import { day } from '../../../api/contracts/common.ts';
import type { LogFilter } from '../../../api/use-cases/deliveries.ts';
import { deliveryChannels, deliveryStates } from '../../../domain/delivery.ts';
import { noticeKinds } from '../../../domain/notice.ts';
import { deliveryOrders } from '../../../domain/ports/deliveries.ts';

const text = z.string().trim().max(200).optional().transform((value) => value || undefined);
const date = day.optional().catch(undefined);

/** What the send log is asked for. What cannot be read counts as not asked. */
export const logQuery = z.object({
  state: z.enum(deliveryStates).optional().catch(undefined), kind: z.enum(noticeKinds).optional().catch(undefined), channel: z.enum(deliveryChannels).optional().catch(undefined),
  cycle: text, unit: text, person: text, from: date, to: date, order: z.enum(deliveryOrders).optional().catch(undefined), cursor: text,
});

export type LogQuery = z.output<typeof logQuery>;

export const filterOf = ({ cursor: _, order: __, ...filter }: LogQuery): LogFilter => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
export const cursorOf = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });
