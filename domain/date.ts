/**
 * A calendar day `YYYY-MM-DD` in Asia/Ho_Chi_Minh. Text compares in calendar order.
 * Instants are epoch milliseconds (`Instant`); the two never mix without naming the zone.
 */
export type PlainDate = string & { readonly __plainDate?: never };

/** Epoch milliseconds on the cycle's calendar (in service: real time; in a rehearsal: its own clock). */
export type Instant = number;
