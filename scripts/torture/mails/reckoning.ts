import { plainText } from '../../../api/use-cases/deliveries.ts';
import { mayRepeat, type Delivery, type DeliveryState } from '../../../domain/delivery.ts';
import type { ExpectedMail } from './expected.ts';
import type { Arrived } from './sink.ts';

export interface Ledger {
  readonly expected: readonly ExpectedMail[];
  /** Every delivery of the cycle. */
  readonly deliveries: readonly Delivery[];
  readonly arrived: readonly Arrived[];
  /** Addresses that the mail server refused for good. */
  readonly gone: ReadonlySet<string>;
  /** Deliveries that the page of uncertain mails lists, and how many the metrics count. */
  readonly listedUncertain: readonly number[];
  readonly countedUncertain: number;
}

export interface Reckoning {
  /** People × rungs. */
  readonly expected: number;
  readonly arrived: number;
  readonly mails: number;
  /** Mails that arrived more than once and may not; of those that may, such as guidance. */
  readonly duplicates: number;
  readonly repeated: number;
  readonly states: Readonly<Partial<Record<DeliveryState, number>>>;
  /** Of the uncertain ones those that did arrive. */
  readonly uncertainArrived: number;
  /** Reminders that their units' submissions came before. */
  readonly overtaken: number;
  /** From a rung until its reminder stood in the record, in real seconds: of half of them, and the longest. */
  readonly late: { readonly median: number; readonly most: number };
  /** What must hold and does not. */
  readonly violations: readonly string[];
}

const keyOf = ({ subject, unit, rung, channel, person }: Delivery): string => [subject, unit, rung, channel, person].join(' ');
const isReminder = ({ kind, channel }: Delivery): boolean => channel === 'email' && (kind === 'reminder' || kind === 'escalation');
const allowed: readonly DeliveryState[] = ['sent', 'uncertain', 'failed', 'withdrawn'];

/** Holds the record against what should have been sent, and both against what the mail server got. */
export function reckon({ expected, deliveries, arrived, gone, listedUncertain, countedUncertain }: Ledger): Reckoning {
  const violations: string[] = [];
  const times = new Map<string, number>();
  for (const { id } of arrived) times.set(id, (times.get(id) ?? 0) + 1);
  const cameTimes = ({ mail }: Delivery): number => (mail === null ? 0 : (times.get(mail) ?? 0));
  const reminders = deliveries.filter(isReminder);

  const found = new Map<string, Delivery[]>();
  for (const each of reminders) {
    const key = `${each.subject} ${rungOf(each)} ${each.address?.toLowerCase()}`;
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  let [came, overtaken] = [0, 0];
  const lateMs: number[] = [];
  for (const { duty, rung, address, real, mayBeOvertaken } of expected) {
    const key = `${duty} ${rung} ${address}`;
    const rows = found.get(key) ?? [];
    found.delete(key);
    const [row] = rows;
    if (row === undefined && mayBeOvertaken) overtaken += 1;
    else if (row === undefined) violations.push(`never owed: ${key}`);
    else if (rows.length > 1) violations.push(`owed ${rows.length} times: ${key}`);
    else {
      lateMs.push(row.createdAt - real);
      if (cameTimes(row) > 0) came += 1;
      violations.push(...wrongs(row, cameTimes(row), gone).map((what) => `${what}: ${key}`));
    }
  }
  violations.push(...[...found.keys()].map((key) => `not to be sent: ${key}`));
  violations.push(...twice(deliveries.map(keyOf)).map((key) => `two rows: ${key}`));

  const once = new Set(deliveries.filter(({ kind }) => !mayRepeat[kind]).flatMap(({ mail }) => mail ?? []));
  const known = new Set(deliveries.flatMap(({ mail }) => mail ?? []));
  const again = [...times].filter(([, count]) => count > 1);
  const duplicates = again.filter(([id]) => once.has(id));
  violations.push(...duplicates.map(([id, count]) => `arrived ${count} times: ${id}`));
  violations.push(...[...times.keys()].filter((id) => !known.has(id)).map((id) => `arrived and of no delivery: ${id}`));
  violations.push(...saidElsewhere(reminders, arrived));

  lateMs.sort((a, b) => a - b);
  const seconds = (ms = 0): number => Math.round(ms / 100) / 10;
  const uncertain = deliveries.filter(({ state }) => state === 'uncertain');
  const listed = new Set(listedUncertain);
  if (listed.size !== uncertain.length || uncertain.some(({ id }) => !listed.has(id))) violations.push(`uncertain: ${uncertain.length} in the record, ${listed.size} listed`);
  if (countedUncertain !== uncertain.length) violations.push(`uncertain: ${uncertain.length} in the record, ${countedUncertain} in the metrics`);
  return {
    expected: expected.length, arrived: came, mails: arrived.length, duplicates: duplicates.length, repeated: again.length - duplicates.length, overtaken, violations,
    late: { median: seconds(lateMs[Math.floor(lateMs.length / 2)]), most: seconds(lateMs.at(-1)) },
    states: Object.fromEntries([...new Set(deliveries.map(({ state }) => state))].map((state) => [state, deliveries.filter((each) => each.state === state).length])),
    uncertainArrived: uncertain.filter((row) => cameTimes(row) > 0).length,
  };
}

const rungOf = ({ rung }: Delivery): string => rung.slice(rung.lastIndexOf('/'));

function wrongs(row: Delivery, cameTimes: number, gone: ReadonlySet<string>): readonly string[] {
  if (!allowed.includes(row.state)) return [row.state];
  const isGone = gone.has(row.address ?? '');
  return [
    ...(row.state === 'sent' && cameTimes === 0 ? ['marked as sent and not arrived'] : []),
    ...(row.state === 'failed' && !isGone ? [`given up (${row.lastError})`] : []),
    ...(row.state === 'withdrawn' && cameTimes > 0 ? ['withdrawn and arrived'] : []),
  ];
}

const twice = (keys: readonly string[]): readonly string[] => keys.filter((key, index) => keys.indexOf(key) !== index);

/** What one mail says of a duty must be a delivery under that mail: one that went out under another before would have reached its person twice. */
function saidElsewhere(reminders: readonly Delivery[], arrived: readonly Arrived[]): readonly string[] {
  const said = new Set(reminders.map(({ mail, subject }) => `${mail} ${subject}`));
  const subjects = new Map([...new Set(reminders.map(({ subject }) => subject))].map((subject) => [linkTo(subject), subject]));
  const ours = new Set(reminders.map(({ mail }) => mail));
  return arrived.filter(({ id }) => ours.has(id)).flatMap(({ id, raw, to }) => [...plainText({ id, raw }).matchAll(/https?:\/\/\S+?(\/cycles\/\S+)/g)].flatMap(([, path = '']) => {
    const subject = subjects.get(path);
    if (subject === undefined) return [`a link of no duty to ${to}: ${path}`];
    return said.has(`${id} ${subject}`) ? [] : [`said to ${to} in two mails: ${subject}`];
  }));
}

/** Path of a plan's page by the id of its duty, `plan/<cycle>/<unit>`. */
function linkTo(duty: string): string {
  const [, cycle, unit] = duty.split('/');
  return `/cycles/${cycle}/plans/${unit}`;
}
