import type { Logger } from 'pino';
import type { Env } from '../../config/env.ts';
import { parseDutyId } from '../../domain/ids.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { emlFiles } from '../../notify/eml-files.ts';
import type { About } from '../../notify/letters/letter.ts';
import { letterWriter } from '../../notify/letters/letter.ts';
import { createPost, type Post } from '../../notify/post.ts';
import { smtpCarrier } from '../../notify/smtp.ts';
import { smtpSettings } from '../../notify/smtp-settings.ts';
import { paths } from '../../web/paths.ts';

export interface OpenPostOptions {
  readonly env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'MAIL_LANGUAGE' | 'PUBLIC_URL'>;
  readonly record: RecordStore;
  /** Where mails lie that no server gets. */
  readonly folder: string;
  readonly logger: Pick<Logger, 'warn' | 'info'>;
}

/** Sends mails beside the workflows, and while their server is away. Throws for a mail server's address that cannot be used. */
export function openPost({ env, record, folder, logger }: OpenPostOptions): Post {
  const toFolder = emlFiles(folder);
  return createPost({
    record,
    carrier: env.SMTP_URL === undefined ? toFolder : smtpCarrier({ ...smtpSettings(env.SMTP_URL), from: env.MAIL_FROM }),
    rehearsalCarrier: toFolder,
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
