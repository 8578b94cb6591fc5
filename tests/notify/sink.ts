import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Sink {
  readonly port: number;
  /** Mails that were accepted, in order. */
  readonly mails: readonly { readonly to: string; /** Of the envelope: where the mail comes back to. */ readonly from: string; readonly raw: string; readonly id: string }[];
  close(): Promise<void>;
}

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** What a server does to the recipient or to the whole mail instead of taking it; `hang`: takes all of it and never answers. */
export interface Manners {
  readonly recipient?: (address: string) => number | undefined;
  readonly message?: (to: string) => number | 'hang' | undefined;
}

/** A mail server on loopback. */
export async function openSink(manners: Manners = {}, port = 0): Promise<Sink> {
  const mails: { to: string; from: string; raw: string; id: string }[] = [];
  const options: SMTPServerOptions = {
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, disableReverseLookup: true,
    onRcptTo({ address }, _, done) {
      const code = manners.recipient?.(address);
      done(code === undefined ? null : refusal(code, `${code} no such mailbox`));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo[0]?.address ?? '';
        const answer = manners.message?.(to);
        if (answer === 'hang') return;
        if (answer !== undefined) return done(refusal(answer, `${answer} not now`));
        const raw = Buffer.concat(chunks).toString('utf8');
        mails.push({ to, from: envelope.mailFrom ? envelope.mailFrom.address : '', raw, id: /^Message-ID: <(.*)>/im.exec(raw)?.[1] ?? '' });
        done();
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return { port: (server.server.address() as AddressInfo).port, mails, close: () => new Promise((done) => server.close(() => done())) };
}
