/** Of an address `smtp://user:password@host:port` or `smtps://…`: with `smtps` encrypted from the first byte, otherwise as soon as the server offers it. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const usualPort = { 'smtp:': 587, 'smtps:': 465 } as const;

/** Throws without repeating the address: it may carry a password. */
export function smtpSettings(address: string): SmtpSettings {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !Object.hasOwn(usualPort, url.protocol) || url.hostname === '') throw new Error('SMTP_URL is no address smtp://user:password@host:port or smtps://…');
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname, secure, port: url.port === '' ? usualPort[url.protocol as keyof typeof usualPort] : Number(url.port),
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
  };
}
