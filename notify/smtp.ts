import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import type { Mail } from '../domain/ports/deliveries.ts';
import { CarrierAway, type MailCarrier, type MailLine, type MailOutcome } from '../domain/ports/mail.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export interface SmtpOptions extends SmtpSettings {
  /** Sender of the envelope. */
  readonly from: string;
  /** How long the server may take to answer, in ms. */
  readonly patience?: number;
}

type SmtpError = SMTPConnection.SMTPError;

/**
 * Mails over SMTP, on nodemailer's connection rather than its transport: only the connection tells whether a mail that got no answer had been
 * handed over by then, and on that hangs whether it may be sent again.
 */
export function smtpCarrier({ from, patience = 30_000, auth, ...server }: SmtpOptions): MailCarrier {
  const connect = (): Promise<SMTPConnection> => new Promise((done, fail) => {
    const connection = new SMTPConnection({ ...server, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience });
    const away = (error: SmtpError): void => {
      connection.close();
      fail(new CarrierAway(error.message, { cause: error }));
    };
    connection.on('error', away);
    connection.connect((error) => {
      if (error) away(error);
      else if (auth) connection.login({ credentials: auth }, (refused) => (refused ? away(refused) : done(connection)));
      else done(connection);
    });
  });

  return {
    line(): MailLine {
      let connection: SMTPConnection | undefined;
      const close = (): void => {
        connection?.close();
        connection = undefined;
      };
      return {
        async ready() {
          if (connection && !connection.destroyed) return;
          connection = await connect();
          const opened = connection;
          opened.once('end', () => {
            if (connection === opened) connection = undefined;
          });
        },
        async send(mail, to) {
          if (!connection) return { kind: 'later', reason: 'connection lost' };
          const outcome = await hand(connection, mail, { from, to });
          if (outcome.kind !== 'sent') close();
          return outcome;
        },
        close() {
          connection?.quit();
          connection = undefined;
        },
      };
    },
  };
}

function hand(connection: SMTPConnection, { raw }: Mail, envelope: { from: string; to: string }): Promise<MailOutcome> {
  let isHandedOver = false;
  const message = new Readable({
    read() { // asked for only after the server has taken sender, recipient and DATA
      isHandedOver = true;
      this.push(raw, 'utf8');
      this.push(null);
    },
  });
  return new Promise((done) => connection.send(envelope, message, (error) => done(error ? outcomeOf(error, isHandedOver) : { kind: 'sent' })));
}

function outcomeOf({ responseCode, message, command }: SmtpError, isHandedOver: boolean): MailOutcome {
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'refused', reason: message, isAddress: command === 'RCPT TO' };
  if (responseCode !== undefined || !isHandedOver) return { kind: 'later', reason: message };
  return { kind: 'unknown', reason: message };
}
