import { CarrierAway } from '../../domain/ports/mail.ts';
import { askForTokens, type Renewal } from './renewal.ts';
import { lockedBy, readSecret, writeSecret, writtenAt } from './token-files.ts';

/** Access tokens of the Official Account. */
export interface ZaloTokens {
  /** The one to send with. Throws `CarrierAway` when there is none. */
  current(): Promise<string>;
  /** Zalo did not take this one. */
  refused(token: string): void;
}

/** Written by somebody else, and read for each message. */
export const tokensIn = (file: string): ZaloTokens => ({ current: () => readSecret(file, 'ZALO_ACCESS_TOKEN_FILE'), refused: () => undefined });

export interface RenewedTokens extends Pick<Renewal, 'url' | 'appId'> {
  readonly tokenFile: string;
  readonly refreshFile: string;
  readonly secretFile: string;
  readonly patience?: number;
  /** Real time. */
  readonly now?: () => number;
}

/** In ms. A token that lasts 25 hours is renewed after a day, and at once when it is refused, but not a second time within minutes: each renewal uses up a refresh token. */
const ages = { renewed: 24 * 3_600_000, atLeast: 300_000 };

/**
 * Renewed here. The new refresh token is on the disk before anything else is done: the old one serves no more. When a machine dies between Zalo's answer and that write, the application has to be
 * authorised again.
 */
export function renewedTokens({ tokenFile, refreshFile, secretFile, url, appId, patience = 30_000, now = Date.now }: RenewedTokens): ZaloTokens {
  const refusals = new Set<string>();
  let underWay: Promise<string> | undefined;

  async function standing(): Promise<string | undefined> {
    const age = now() - ((await writtenAt(tokenFile)) ?? -Infinity);
    if (age > ages.renewed) return undefined;
    const token = await readSecret(tokenFile, 'ZALO_ACCESS_TOKEN_FILE');
    if (!refusals.has(token)) return token;
    if (age < ages.atLeast) throw new CarrierAway('Zalo refuses the access token that it has just given');
    return undefined;
  }

  const renew = (): Promise<string> => lockedBy(refreshFile, now(), async () => {
    const token = await standing(); // another worker may have been faster
    if (token !== undefined) return token;
    const [refreshToken, secret] = await Promise.all([readSecret(refreshFile, 'ZALO_REFRESH_TOKEN_FILE'), readSecret(secretFile, 'ZALO_APP_SECRET_FILE')]);
    const { access, refresh } = await askForTokens({ url, appId, secret, refreshToken, patience });
    await writeSecret(refreshFile, refresh);
    await writeSecret(tokenFile, access);
    return access;
  });

  return {
    async current() {
      const token = await standing();
      if (token !== undefined) return token;
      underWay ??= renew().finally(() => { underWay = undefined; });
      return underWay;
    },
    refused: (token) => void refusals.add(token),
  };
}
