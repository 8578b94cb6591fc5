import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { between, type Random } from '../../../cli/rehearse/random.ts';

/** Where a mail is on its way in: a line was opened, the sender was named, all of it is here and not answered, it was answered with 250. */
export const stations = ['opened', 'named', 'handed', 'accepted'] as const;
export type Station = (typeof stations)[number];

/** One mail that was taken. */
export interface Arrived {
  readonly id: string;
  readonly to: string;
  readonly raw: string;
}

/** How the server behaves now; all may change while it runs. Times in ms. */
export interface Manners {
  /** Nobody answers, and whoever is there is cut off. */
  away: boolean;
  /** Least and most that a mail takes before it is answered. */
  pace: readonly [number, number];
  /** SMTP code with which a recipient is refused. */
  refuses: (address: string) => number | undefined;
}

export interface TortureSink {
  readonly port: number;
  readonly arrived: readonly Arrived[];
  readonly manners: Manners;
  /** Mails that are between their sender's name and the answer. */
  readonly underWay: () => number;
  readonly refusals: () => number;
  /** Calls once at the next mail that reaches the station; the answer calls it off. */
  readonly atNext: (station: Station, hit: () => void) => () => void;
  /** Cuts the connections and hears nobody, or hears again. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
  readonly close: () => Promise<void>;
}

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** A mail server on loopback that can be slow, away and choosy, tells where each mail is, and of a mail whose sender dies before the answer keeps half, as real ones may. */
export async function openTortureSink(random: Random): Promise<TortureSink> {
  const arrived: Arrived[] = [];
  const waiting = new Map<Station, () => void>();
  const manners: Manners = { away: false, pace: [0, 0], refuses: () => undefined };
  const mailing = new Set<string>();
  let refused = 0;
  const reach = (station: Station): void => {
    const hit = waiting.get(station);
    waiting.delete(station);
    hit?.();
  };
  const options: SMTPServerOptions = {
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, disableReverseLookup: true,
    onConnect(_, done) {
      if (manners.away) return done(refusal(421, 'away'));
      reach('opened');
      done();
    },
    onMailFrom(_, { id }, done) {
      mailing.add(id);
      reach('named');
      done();
    },
    onRcptTo({ address }, { id }, done) {
      const code = manners.refuses(address);
      if (code === undefined) return done();
      refused += 1;
      mailing.delete(id);
      done(refusal(code, `${code} ${code < 500 ? 'try later' : 'no such mailbox'}`));
    },
    onData(stream, { id: session, envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void (async () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const mail: Arrived = { id: /^Message-ID: <(.*)>/im.exec(raw)?.[1] ?? '', to: envelope.rcptTo[0]?.address ?? '', raw };
        const keepsAnyway = random() < 0.5;
        if (keepsAnyway) arrived.push(mail);
        reach('handed');
        await sleep(between(random, ...manners.pace));
        if (!keepsAnyway && !mailing.has(session)) return done(refusal(421, 'sender is gone'));
        if (!keepsAnyway) arrived.push(mail);
        mailing.delete(session);
        done();
        setImmediate(() => reach('accepted'));
      })());
    },
    onClose({ id }) {
      mailing.delete(id);
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.server.address() as AddressInfo).port, arrived, manners,
    underWay: () => mailing.size, refusals: () => refused,
    atNext(station, hit) {
      waiting.set(station, hit);
      return () => void waiting.delete(station);
    },
    goAway() {
      manners.away = true;
      for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>) connection._socket.destroy();
    },
    comeBack() {
      manners.away = false;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}
