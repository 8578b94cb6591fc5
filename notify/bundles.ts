import { mayRepeat, type Delivery } from '../domain/delivery.ts';

/** Deliveries that go out as one mail. */
export type Bundle = readonly [Delivery, ...Delivery[]];

/** Reminders of one person in one cycle are one mail in one language; what may be sent again goes alone, so that it is the same mail each time, and so does a message by phone, whose template tells of one thing. */
export function bundlesOf(deliveries: readonly Delivery[]): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const delivery of deliveries) {
    const { kind, channel, address, cycle, language, id } = delivery;
    const key = mayRepeat[kind] || channel !== 'email' ? String(id) : `${address?.toLowerCase()} ${cycle} ${language}`;
    bundles.set(key, [...(bundles.get(key) ?? []), delivery] as unknown as Bundle);
  }
  return [...bundles.values()];
}
