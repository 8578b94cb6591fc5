import { z } from 'zod';
import type { Account, ApiToken } from '../../domain/account.ts';
import { instant, instantAsked, language, line, role, unitCode } from './common.ts';

/** As many as argon2id takes without becoming a way to keep the server busy. */
const password = z.string().min(12).max(200);
const login = z.string().normalize('NFC').trim().min(3).max(80).regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u);

export const signIn = z.strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(200) });

export const account = z.strictObject({
  id: z.string(), login: z.string(), name: z.string(), email: z.string().nullable(), unit: unitCode, roles: z.array(role), mustChangePassword: z.boolean(), lockedAt: instant.nullable(), createdAt: instant, language, optedOut: z.boolean(),
} satisfies Record<keyof Omit<Account, 'passwordHash'>, z.ZodType>).meta({ id: 'Account' });

export const accountCreated = account.extend({ password: z.string().exactOptional().meta({ description: 'Shown this once' }) });

export const me = z.strictObject({
  id: z.string(), login: z.string(), name: z.string(), unit: unitCode, unitName: z.string(), roles: z.array(role), mustChangePassword: z.boolean(), csrf: z.string().nullable().meta({ description: 'For the X-CSRF-Token header; null for a personal token' }),
}).meta({ id: 'Me' });

export const signedIn = me.extend({ expiresAt: instant });

export const newAccount = z.strictObject({ login, name: line(), email: z.email().max(200).exactOptional(), unit: unitCode, roles: z.array(role).min(1).max(6), language: language.exactOptional(), password: password.exactOptional() });
export const accountChange = z.strictObject({
  name: line().exactOptional(), email: z.email().max(200).nullable().exactOptional(), unit: unitCode.exactOptional(), roles: z.array(role).min(1).max(6).exactOptional(), language: language.exactOptional(),
  locked: z.boolean().exactOptional(), resetPassword: z.literal(true).exactOptional(),
});

export const reminderChoice = z.strictObject({ optedOut: z.boolean().meta({ description: 'No mail of rungs that allow it; escalations and decisions come all the same' }) });
export const languageChoice = z.strictObject({ language });

export const changePassword = z.strictObject({ current: z.string().min(1).max(200), next: password });

export const session = z.strictObject({ id: z.string(), createdAt: instant, lastSeenAt: instant, expiresAt: instant, userAgent: z.string().nullable(), current: z.boolean() });

export const token = z.strictObject({
  id: z.string(), name: z.string(), createdAt: instant, expiresAt: instant.nullable(), lastUsedAt: instant.nullable(),
} satisfies Record<keyof Omit<ApiToken, 'account'>, z.ZodType>);
export const newToken = z.strictObject({ name: line(100), expiresAt: instantAsked.exactOptional() });
export const tokenCreated = token.extend({ secret: z.string().meta({ description: 'Shown this once' }) });
