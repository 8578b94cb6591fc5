/** `cursor` is opaque; absent in the answer when there is no further page. `limit` is capped at 500. */
export interface PageRequest {
  readonly cursor?: string;
  readonly limit?: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
  readonly total: number;
}
