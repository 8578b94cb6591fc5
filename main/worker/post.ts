import type { Logger } from 'pino';
import type { Env } from '../../config/env.ts';
import { parseDutyId } from '../../domain/ids.ts';
import type { MailCarrier } from '../../domain/ports/mail.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { emlFiles } from '../../notify/eml-files.ts';
import type { About } from '../../notify/letters/letter.ts';
import { letterWriter } from '../../notify/letters/letter.ts';
import { createPost, type Post } from '../../notify/post.ts';
import { smtpCarrier } from '../../notify/smtp.ts';
import { smtpSettings } from '../../notify/smtp-settings.ts';
import { paths } from '../../web/paths.ts';

export interface OpenPostOptions {
  readonly env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'MAIL_LANGUAGE' | 'PUBLIC_URL'> & Partial<Pick<Env, 'REHEARSAL_SMTP_URL' | 'MAIL_REST_SECONDS' | 'MAIL_LEASE_SECONDS'>>;
  readonly record: RecordStore;
  /** Where mails lie that no server gets. */
  readonly folder: string;
  readonly logger: Pick<Logger, 'warn' | 'info'>;
}

/** Sends mails beside the workflows, and while their server is away. Throws for a mail server's address that cannot be used. */
export function openPost({ env, record, folder, logger }: OpenPostOptions): Post {
  const toFolder = emlFiles(folder);
  const by = (server: string | undefined): MailCarrier => (server === undefined ? toFolder : smtpCarrier({ ...smtpSettings(server), from: env.MAIL_FROM }));
  return createPost({
    record,
    carrier: by(env.SMTP_URL),
    rehearsalCarrier: by(env.REHEARSAL_SMTP_URL),
    ...(env.MAIL_REST_SECONDS === undefined ? {} : { settleMs: env.MAIL_REST_SECONDS * 1_000 }),
    ...(env.MAIL_LEASE_SECONDS === undefined ? {} : { leaseMs: env.MAIL_LEASE_SECONDS * 1_000 }),
    write: letterWriter(env.MAIL_LANGUAGE),
    linkTo: linkBelow(env.PUBLIC_URL),
    from: env.MAIL_FROM,
    onOutage: (error) => logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'mails wait: they do not get through'),
    onRecovery: () => logger.info('mails go out again'),
  });
}

/** The page about it, once signed in; without a public address there is no link. */
function linkBelow(base: string | undefined): About['linkTo'] {
  return ({ kind, cycle, subject }) => {
    if (base === undefined) return null;
    const place = parseDutyId(subject);
    const whole = kind === 'guidance' ? paths.cycle(cycle) : paths.directive(cycle, subject);
    const path = place ? paths.duty(place) : whole;
    return `${base.replace(/\/+$/, '')}${path}`;
  };
}
