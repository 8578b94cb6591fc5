import { calendarAt, identityClock } from '../domain/cycle-clock.ts';
import { deliveryChannels, type Delivery, type DeliveryChannel } from '../domain/delivery.ts';
import { inParallel } from '../domain/in-parallel.ts';
import { wordsInUse, type MailWords } from '../domain/mail-texts.ts';
import { once } from '../domain/once.ts';
import { dateOf } from '../domain/plain-date.ts';
import type { About } from '../domain/ports/letters.ts';
import { CarrierAway, type MailCarrier, type MailLine } from '../domain/ports/mail.ts';
import type { RecordStore } from '../domain/ports/record.ts';
import { rungWordsOf } from '../domain/rung-texts.ts';
import { languages, type Language } from '../domain/text.ts';
import { workingCalendar } from '../domain/working-calendar.ts';
import { addresseeOf, bundlesOf, type Bundle } from './bundles.ts';
import { compose } from './compose.ts';
import { writeLetter } from './letters/letter.ts';
import { originalWords } from './letters/texts.ts';
import { createPace } from './pace.ts';
import { endsOf, retryAt } from './patience.ts';
import { isStillAwaited } from './still-awaited.ts';
import { composeZalo } from './zalo/message.ts';
import type { Zalo } from './zalo/zalo.ts';

export interface PostDeps {
  readonly record: RecordStore;
  /** Of the years in service. */
  readonly carrier: MailCarrier;
  /** Of rehearsals: must reach nobody. */
  readonly rehearsalCarrier: MailCarrier;
  /** Messages by phone. */
  readonly zalo: Zalo;
  readonly linkTo: About['linkTo'];
  /** Sender's address. */
  readonly from: string;
  readonly owner: string;
  /** Real time. */
  readonly now: () => number;
  /** How long a row rests, so that reminders of one morning are one mail; in ms. */
  readonly settleMs: number;
  /** How long what it has claimed is its own, and again from the moment at which a mail is begun; in ms. */
  readonly leaseMs: number;
}

export interface Batch {
  readonly sent: number;
  readonly claimed: number;
  /** Why nothing gets through. */
  readonly away?: unknown;
}

const limits = { people: 50, lines: 4 };
/** A mail each so many ms on all lines together: people who submit meanwhile hardly notice, and no mail server takes it for an attack. */
const apartMs = 15;

/**
 * Takes what is owed to some people and hands it over. Each mail is begun in the record before the server hears of it and ended after: what a
 * crash leaves in between is begun and not ended, at most one mail a line.
 */
export async function postBatch(deps: PostDeps): Promise<Batch> {
  const { record, owner, now, settleMs, leaseMs } = deps;
  const settled = now() - settleMs;
  if ((await record.read.deliveries.claimable(now(), settled)) === 0) return { sent: 0, claimed: 0 };
  const claimed = await record.write((tx) => tx.deliveries.claim(owner, limits.people, { now: now(), until: now() + leaseMs, settled }));
  const cycles = { ...record.read.cycles, find: once((id: string) => record.read.cycles.find(id)) };
  const awaited = await inParallel(claimed, limits.lines, (delivery) => isStillAwaited({ ...record.read, cycles }, delivery));
  const over: readonly Delivery[] = claimed.filter((_, index) => !awaited[index]);
  if (over.length > 0) await record.write((tx) => tx.deliveries.end(owner, idsOf(over), { state: 'withdrawn' }, now()));
  const aboutOf = await knowing(deps);
  const bundles = bundlesOf(claimed.filter((_, index) => awaited[index])).map((bundle) => ({ bundle, about: aboutOf(bundle) }));
  const results = [];
  for (const channel of deliveryChannels) {
    const { carrier, rehearsalCarrier } = channel === 'email' ? deps : deps[channel];
    const jobs = bundles.filter(({ bundle: [first] }) => first.channel === channel);
    results.push(await handOver(deps, rehearsalCarrier, jobs.filter(({ about }) => about.cycle.rehearsal)), await handOver(deps, carrier, jobs.filter(({ about }) => !about.cycle.rehearsal)));
  }
  const away = results.find((each) => each.away !== undefined)?.away;
  return { claimed: claimed.length, sent: results.reduce((sum, each) => sum + each.sent, 0), ...(away === undefined ? {} : { away }) };
}

/** What letters of this batch are written with: words as they are saved now. */
async function knowing({ record: { read }, linkTo, now }: PostDeps): Promise<(bundle: Bundle) => About> {
  const [units, cycles, saved, own, days] = await Promise.all([read.units.list(), read.cycles.list(), read.mailTexts.newest(), read.rungTexts.newest(), read.calendarDays.list()]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const known = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  const calendar = workingCalendar(days);
  const words = Object.fromEntries(languages.map((language) => [language, { ...wordsInUse(originalWords(language), saved, language), ...rungWordsOf(own, language) }])) as Record<Language, MailWords>;
  return (bundle) => {
    const [{ cycle: id, at, channel }] = bundle;
    const language = languageOf[channel] ?? addresseeOf(bundle).language;
    const cycle = known.get(id) ?? { title: id, year: 0, rehearsal: true, clock: identityClock };
    // the days of a rehearsal fly: a reminder is read as on the day it was due
    const today = dateOf(cycle.rehearsal ? at : calendarAt(cycle.clock, now()));
    return { language, words: words[language], cycle, unitName: (code) => names.get(code) ?? code, today, calendar, linkTo };
  };
}

/** A template is registered in one language. */
const languageOf: Readonly<Record<DeliveryChannel, Language | undefined>> = { email: undefined, zalo: 'vi' };

interface Job {
  readonly bundle: Bundle;
  readonly about: About;
}

async function handOver(deps: PostDeps, carrier: MailCarrier, jobs: readonly Job[]): Promise<{ readonly sent: number; readonly away?: unknown }> {
  const queue = jobs.values();
  const inTurn = createPace(apartMs);
  let [sent, away]: [number, unknown] = [0, undefined];
  const carry = async (): Promise<void> => {
    const line = carrier.line();
    try {
      for (const job of queue) {
        if (away === undefined) await inTurn();
        if (away !== undefined) await putOff(deps, job.bundle, away);
        else if (await hand(deps, line, job).catch(async (error: unknown) => {
          if (!(error instanceof CarrierAway)) throw error;
          away = error;
          await putOff(deps, job.bundle, error);
          return false;
        })) sent += 1;
      }
    } finally {
      line.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(limits.lines, jobs.length) }, carry));
  return { sent, ...(away === undefined ? {} : { away }) };
}

/** True when it is out of our hands. */
async function hand({ record, owner, now, leaseMs, from, zalo }: PostDeps, line: MailLine, { bundle, about }: Job): Promise<boolean> {
  const [first] = bundle;
  const to = first.address ?? '';
  const ids = idsOf(bundle);
  const mail = first.channel === 'zalo' ? composeZalo(first, about, zalo.template) : await compose(writeLetter(bundle, about), { from, to, bundle, now: now() });
  await line.ready();
  if (!(await record.write((tx) => tx.deliveries.begin(owner, ids, mail, now(), now() + leaseMs)))) return false;
  const outcome = await line.send(mail, to);
  await record.write(async (tx) => {
    for (const { ids: some, end } of endsOf(outcome, bundle, now())) await tx.deliveries.end(owner, some, end, now());
    if (outcome.kind === 'sent') await tx.deliveries.faultOf(to, null, now());
    else if (outcome.kind === 'refused' && outcome.isAddress) await tx.deliveries.faultOf(to, outcome.reason, now());
  });
  return outcome.kind === 'sent' || outcome.kind === 'filed';
}

async function putOff({ record, owner, now }: PostDeps, bundle: Bundle, away: unknown): Promise<void> {
  const error = away instanceof Error ? away.message : String(away);
  await record.write((tx) => tx.deliveries.end(owner, idsOf(bundle), { state: 'waiting', error, notBefore: Math.min(retryAt(bundle[0], now()), now() + 300_000) }, now()));
}

const idsOf = (bundle: readonly Delivery[]): readonly number[] => bundle.map(({ id }) => id);
