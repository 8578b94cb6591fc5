import type { Role } from './roles.ts';

const prefix = 'dien-tap.';

/** The login of somebody who plays a part in a rehearsal; nobody signs in with it. */
export const rehearsalLogin = (rehearsal: string, role: Role, unit: string): string => `${prefix}${rehearsal}.${role}.${unit}`;

export const isRehearsalLogin = (login: string): boolean => login.startsWith(prefix);
