/** What mail servers take; stricter than the standard, which allows what nobody has. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>()[\],;:"\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i.test(text);

/** As it is written to; null where there is none that could be. */
export const mailAddressOf = (email: string | null | undefined): string | null => (email && isMailAddress(email.trim()) ? email.trim() : null);

/** A Vietnamese number as messages want it, `84` and nine digits; null for what is none, a land line's short number included. */
export function phoneOf(phone: string | null | undefined): string | null {
  const [, digits] = /^(?:\+?84|0)(\d{9})$/.exec((phone ?? '').replaceAll(/[\s.()-]/g, '')) ?? [];
  return digits === undefined ? null : `84${digits}`;
}
