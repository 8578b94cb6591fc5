import type { Logger } from 'pino';
import type { Env } from '../../config/env.ts';
import type { MailCarrier } from '../../domain/ports/mail.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { emlFiles } from '../../notify/eml-files.ts';
import { createPost, type Post } from '../../notify/post.ts';
import type { ZaloTokens } from '../../notify/zalo/tokens.ts';
import { smtpCarrier } from '../../notify/smtp.ts';
import { smtpSettings } from '../../notify/smtp-settings.ts';
import { openZalo, type ZaloEnv } from '../../notify/zalo/zalo.ts';
import { linkBelow } from '../mail-links.ts';

export interface OpenPostOptions {
  readonly env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_URL'> & Partial<Pick<Env, 'MAIL_BOUNCES_TO' | 'REHEARSAL_SMTP_URL' | 'MAIL_REST_SECONDS' | 'MAIL_LEASE_SECONDS'>> & ZaloEnv;
  readonly record: RecordStore;
  /** Where mails lie that no server gets. */
  readonly folder: string;
  readonly logger: Pick<Logger, 'warn' | 'info'>;
}

/** Sends mails beside the workflows, and while their server is away. Throws for a mail server's address that cannot be used, and for half a setting of Zalo. */
export function openPost({ env, record, folder, logger }: OpenPostOptions): Post {
  const toFolder = emlFiles(folder);
  const by = (server: string | undefined): MailCarrier => (server === undefined ? toFolder : smtpCarrier({ ...smtpSettings(server), from: env.MAIL_BOUNCES_TO ?? env.MAIL_FROM }));
  const zalo = openZalo(env, folder);
  const post = createPost({
    record,
    carrier: by(env.SMTP_URL),
    rehearsalCarrier: by(env.REHEARSAL_SMTP_URL),
    zalo,
    ...(env.MAIL_REST_SECONDS === undefined ? {} : { settleMs: env.MAIL_REST_SECONDS * 1_000 }),
    ...(env.MAIL_LEASE_SECONDS === undefined ? {} : { leaseMs: env.MAIL_LEASE_SECONDS * 1_000 }),
    linkTo: linkBelow(env.PUBLIC_URL),
    from: env.MAIL_FROM,
    onOutage: (error) => logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'mails wait: they do not get through'),
    onRecovery: () => logger.info('mails go out again'),
  });
  const { tokens } = zalo;
  return tokens ? { ...post, run: () => lookingAfter(tokens, logger, () => post.run()) } : post;
}

/** In ms: tokens are renewed daily, also while nothing is sent, since a refresh token that nobody uses runs out. */
const oftenEnough = 6 * 3_600_000;

function lookingAfter(tokens: ZaloTokens, logger: OpenPostOptions['logger'], run: Post['run']): Promise<void> {
  const look = (): void => void tokens.current().catch((error: unknown) => logger.warn({ error: String(error) }, 'messages by Zalo wait'));
  look();
  const timer = setInterval(look, oftenEnough).unref();
  return run().finally(() => clearInterval(timer));
}
