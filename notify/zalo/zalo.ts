import type { MailCarrier } from '../../domain/ports/mail.ts';
import { filesIn } from '../eml-files.ts';
import { zaloCarrier } from './carrier.ts';
import { renewedTokens, tokensIn, type ZaloTokens } from './tokens.ts';

/** How messages by Zalo go out. */
export interface Zalo {
  /** Of the years in service. */
  readonly carrier: MailCarrier;
  /** Of rehearsals: must reach nobody. */
  readonly rehearsalCarrier: MailCarrier;
  /** Id of the template; empty while the channel is off. */
  readonly template: string;
  /** Absent while the channel is off. */
  readonly tokens?: ZaloTokens;
}

export interface ZaloEnv {
  readonly ZALO_ACCESS_TOKEN_FILE?: string | undefined;
  readonly ZALO_TEMPLATE_ID?: string | undefined;
  readonly ZALO_API_URL?: string | undefined;
  readonly ZALO_APP_ID?: string | undefined;
  readonly ZALO_APP_SECRET_FILE?: string | undefined;
  readonly ZALO_REFRESH_TOKEN_FILE?: string | undefined;
  readonly ZALO_OAUTH_URL?: string | undefined;
}

const service = 'https://business.openapi.zalo.me/message/template';
const authority = 'https://oauth.zaloapp.com/v4/oa/access_token';

/** The channel switched off: messages become files, which reach nobody, as mails do without a mail server. A ladder keeps its rungs: it belongs to the year, and not to the machine that happens to run it. */
export const zaloOff = (folder: string): Zalo => ({ carrier: filesIn(folder, 'json'), rehearsalCarrier: filesIn(folder, 'json'), template: '' });

/** Off unless token file and template are named; throws when only one of them is, or when only a part of what renews the token is. */
export function openZalo(env: ZaloEnv, folder: string): Zalo {
  const off = zaloOff(folder);
  const [tokenFile, template] = whole(env, ['ZALO_ACCESS_TOKEN_FILE', 'ZALO_TEMPLATE_ID'], 'messages by Zalo need');
  const [appId, secretFile, refreshFile] = whole(env, ['ZALO_APP_ID', 'ZALO_APP_SECRET_FILE', 'ZALO_REFRESH_TOKEN_FILE'], 'renewing the access token of Zalo needs');
  if (tokenFile === undefined || template === undefined) return off;
  const isRenewed = appId !== undefined && secretFile !== undefined && refreshFile !== undefined;
  const tokens = isRenewed ? renewedTokens({ tokenFile, refreshFile, secretFile, appId, url: env.ZALO_OAUTH_URL ?? authority }) : tokensIn(tokenFile);
  return { ...off, carrier: zaloCarrier({ url: env.ZALO_API_URL ?? service, tokens }), template, tokens };
}

/** All of some settings, or none of them. */
function whole(env: ZaloEnv, names: readonly (keyof ZaloEnv)[], purpose: string): readonly (string | undefined)[] {
  const missing = names.filter((name) => env[name] === undefined);
  if (missing.length > 0 && missing.length < names.length) throw new Error(`${missing.join(', ')} is missing: ${purpose} ${names.join(', ')}`);
  return names.map((name) => env[name]);
}
