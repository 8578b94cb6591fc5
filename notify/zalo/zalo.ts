import type { MailCarrier } from '../../domain/ports/mail.ts';
import { filesIn } from '../eml-files.ts';
import { zaloCarrier } from './carrier.ts';

/** How messages by Zalo go out. */
export interface Zalo {
  /** Of the years in service. */
  readonly carrier: MailCarrier;
  /** Of rehearsals: must reach nobody. */
  readonly rehearsalCarrier: MailCarrier;
  /** Id of the template; empty while the channel is off. */
  readonly template: string;
}

export interface ZaloEnv {
  readonly ZALO_ACCESS_TOKEN_FILE?: string | undefined;
  readonly ZALO_TEMPLATE_ID?: string | undefined;
  readonly ZALO_API_URL?: string | undefined;
}

const service = 'https://business.openapi.zalo.me/message/template';

/** The channel switched off: messages become files, which reach nobody, as mails do without a mail server. A ladder keeps its rungs: it belongs to the year, and not to the machine that happens to run it. */
export const zaloOff = (folder: string): Zalo => ({ carrier: filesIn(folder, 'json'), rehearsalCarrier: filesIn(folder, 'json'), template: '' });

/** Off unless token file and template are named; throws when only one of them is. */
export function openZalo({ ZALO_ACCESS_TOKEN_FILE: tokenFile, ZALO_TEMPLATE_ID: template, ZALO_API_URL: url = service }: ZaloEnv, folder: string): Zalo {
  const off = zaloOff(folder);
  if (tokenFile === undefined && template === undefined) return off;
  if (tokenFile === undefined || template === undefined) throw new Error(`${tokenFile === undefined ? 'ZALO_ACCESS_TOKEN_FILE' : 'ZALO_TEMPLATE_ID'} is missing: messages by Zalo need both it and ${tokenFile === undefined ? 'ZALO_TEMPLATE_ID' : 'ZALO_ACCESS_TOKEN_FILE'}`);
  return { ...off, carrier: zaloCarrier({ url, tokenFile }), template };
}
