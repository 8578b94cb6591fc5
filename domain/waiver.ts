/** A target or rule that a unit need not meet, with who allowed it and until when. */
export interface Waiver {
  readonly unit: string;
  readonly target?: string;
  readonly rule?: string;
  readonly reason: string;
  readonly approver: string;
  readonly expires: string;
}
