/** A recipient of whom the report speaks; `isFinal`: it will not be tried again. */
export interface BouncedRecipient {
  /** As we wrote it and as it was at the end of the way, as far as the report says. */
  readonly addresses: readonly string[];
  readonly isFinal: boolean;
  /** `5.1.1 550 no such mailbox`. */
  readonly reason: string;
}

/** What a delivery status notification (RFC 3464) says, as far as we use it. */
export interface BounceReport {
  /** Message-ID of the mail that it speaks of, without brackets. */
  readonly messageId: string;
  readonly recipients: readonly BouncedRecipient[];
}
