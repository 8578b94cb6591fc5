import type { Instant } from './date.ts';
import type { Role } from './roles.ts';
import type { Language } from './text.ts';

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly unit: string;
  readonly roles: readonly Role[];
  /** argon2id, PHC string. */
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly lockedAt: Instant | null;
  readonly createdAt: Instant;
  /** In which mails to this person are written. */
  readonly language: Language;
  /** Wants no mail of rungs that allow it; notices in the pages stay. */
  readonly optedOut: boolean;
}

/** `id` is the SHA-256 of the cookie's secret; the secret itself is never stored. */
export interface Session {
  readonly id: string;
  readonly account: string;
  readonly csrf: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly userAgent: string | null;
}

/** A personal token for programs; `id` is the SHA-256 of the secret. */
export interface ApiToken {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}
