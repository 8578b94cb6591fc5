import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters that OWASP names for it: 19 MiB, 2 passes, 1 lane. */
const options = { algorithm: 2 /* Argon2id: a const enum that erasable syntax cannot name */, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), options);

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFC')).catch(() => false);
}

/** Letters and digits that are not mistaken for one another; 20 of them carry 99 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789ABC';

export function randomPassword(length = 20): string {
  const limit = 256 - (256 % alphabet.length);
  let password = '';
  while (password.length < length) {
    for (const byte of randomBytes(length)) if (byte < limit && password.length < length) password += alphabet[byte % alphabet.length];
  }
  return password;
}

/** A secret for a cookie or a token. Only its SHA-256 is stored: it is random enough for a plain hash. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');
export const secretId = (secret: string): string => createHash('sha256').update(secret).digest('hex');
