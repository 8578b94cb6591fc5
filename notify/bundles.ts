import { bundleKeyOf } from '../domain/bundle.ts';
import type { Delivery } from '../domain/delivery.ts';

/** Deliveries that go out as one mail, in the order in which they were written. */
export type Bundle = readonly [Delivery, ...Delivery[]];

export function bundlesOf(deliveries: readonly Delivery[]): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const delivery of deliveries) {
    const key = bundleKeyOf(delivery);
    bundles.set(key, [...(bundles.get(key) ?? []), delivery] as unknown as Bundle);
  }
  return [...bundles.values()];
}

/** Whose name and language a mail bears where several people read one mailbox: those of an account before those of a contact, else of whom something was owed first. */
export const addresseeOf = (bundle: Bundle): Delivery => bundle.find(({ person }) => person.startsWith('account:')) ?? bundle[0];
