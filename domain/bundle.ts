import { mayRepeat, type Delivery } from './delivery.ts';

/**
 * Deliveries with one key go out as one mail: everything that reminds one mailbox of anything in one cycle, whoever reads it there and in whichever language. What may be sent again goes alone, so that it is the same
 * mail each time, and so does a message by phone, whose template tells of one thing.
 */
export const bundleKeyOf = ({ id, kind, channel, address, cycle }: Pick<Delivery, 'id' | 'kind' | 'channel' | 'address' | 'cycle'>): string =>
  (mayRepeat[kind] || channel !== 'email' ? String(id) : `${address?.toLowerCase()} ${cycle}`);
