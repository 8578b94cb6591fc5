import { z } from 'zod';
import { field } from './fields.ts';

const ownMailServer = 'an address smtp://… of this machine, for example smtp://127.0.0.1:2525: mails of rehearsals reach nobody';
const isLoopback = (address: string): boolean => URL.canParse(address) && /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(new URL(address).hostname);

/** Every variable that the product reads, with its default. */
const schema = z.object({
  NODE_ENV: field.oneOf('development', 'production', 'test').default('development'),
  /** Address on which the pages and the API listen. */
  HOST: field.matching(/^[^\s/]+$/, 'a host name or an IP address, for example 127.0.0.1').default('127.0.0.1'),
  /** Port of the pages and the API; 0 takes a free one. */
  PORT: field.port.default(3000),
  /** Port of the worker's own health and metrics, on HOST; 0 offers none. */
  WORKER_PORT: field.port.default(0),
  /** Folder that holds all state. */
  CHUTRINH_DATA: z.string().default('data'),
  /** A running workflow server; with it no embedded one is started. */
  TEMPORAL_ADDRESS: field.hostPort.optional(),
  TEMPORAL_NAMESPACE: field.matching(/^[\w.-]+$/, 'letters, digits, dots, dashes and underscores').default('default'),
  TEMPORAL_TASK_QUEUE: z.string().default('chutrinh'),
  /** Port of the embedded workflow server; 0 takes a free one. */
  TEMPORAL_PORT: field.port.default(7233),
  LOG_LEVEL: field.oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  LOG_FORMAT: field.oneOf('json', 'pretty').default('json'),
  /** How long a log-in lasts without use. */
  SESSION_HOURS: field.whole(1, 24 * 30).default(12),
  /** Mail server, `smtp://user:password@host:port` or `smtps://…`; without it mails are files in the data folder. */
  SMTP_URL: field.url(/^smtps?$/, 'an address smtp://… or smtps://…').optional(),
  /** Mail server on this machine that gets the mails of rehearsals, which otherwise are files: for trials with one that delivers to nobody. */
  REHEARSAL_SMTP_URL: field.url(/^smtps?$/, ownMailServer).refine(isLoopback, ownMailServer).optional(),
  /** How long a mail rests in seconds, so that the reminders of one morning are one mail. */
  MAIL_REST_SECONDS: field.whole(0, 3_600).default(20),
  /** How long in seconds the mails that a sender has taken are its own: those of one that died go on after that. */
  MAIL_LEASE_SECONDS: field.whole(5, 3_600).default(120),
  /** Sender of mail. */
  MAIL_FROM: field.matching(/^[^@]+@[^@]+$/, 'a mail address, for example chutrinh@tinh.example').default('chutrinh@localhost'),
  /** Where mails that cannot be delivered come back to; without it to MAIL_FROM. */
  MAIL_BOUNCES_TO: field.matching(/^[^@]+@[^@]+$/, 'a mail address, for example tra-lai@tinh.example').optional(),
  /** Days for which contents of mails are kept after they went out; the log of who was sent what stays. */
  MAIL_KEPT_DAYS: field.whole(1, 36_500).default(400),
  /** File with the access token of a Zalo Official Account; with ZALO_TEMPLATE_ID switches messages by Zalo on. Renewed by the worker when the next three are set, else kept fresh by somebody else. */
  ZALO_ACCESS_TOKEN_FILE: z.string().optional(),
  /** The application that the Official Account has authorised, the file with its secret key, and the file with the refresh token, which each renewal writes anew. */
  ZALO_APP_ID: field.matching(/^\d{1,30}$/, 'the number of an application, for example 1234567890123456789').optional(),
  ZALO_APP_SECRET_FILE: z.string().optional(),
  ZALO_REFRESH_TOKEN_FILE: z.string().optional(),
  /** Where access tokens are renewed; by default the service of Zalo. */
  ZALO_OAUTH_URL: field.url(/^https?$/, 'an address http://… or https://…').optional(),
  /** Template of Zalo Notification Service with the parameters `unit`, `duty` and `due`. */
  ZALO_TEMPLATE_ID: field.matching(/^\d{1,20}$/, 'the number of a template, for example 300123').optional(),
  /** Where template messages are posted; by default the service of Zalo. */
  ZALO_API_URL: field.url(/^https?$/, 'an address http://… or https://…').optional(),
  /** Address under which people reach the pages; decides whether cookies are marked secure. */
  PUBLIC_URL: field.url(/^https?$/, 'an address http://… or https://…').optional(),
  /** A cycle is opened only when a second person of the secretariat confirms it. */
  LAUNCH_NEEDS_SECOND_PERSON: field.flag.default(false),
  /** Webhooks may go to this machine (without TLS too) and its network: for tests, and for systems within the same house. */
  WEBHOOKS_TO_PRIVATE_ADDRESSES: field.flag.default(false),
  /** Behind a reverse proxy whose forwarding headers are to be trusted. */
  TRUST_PROXY: field.flag.default(false),
});

export type Env = Readonly<z.infer<typeof schema>>;

/** Values that may carry a password and are never repeated. */
const secret: ReadonlySet<string> = new Set(['SMTP_URL', 'REHEARSAL_SMTP_URL']);

/** All problems of the environment at once: variable, value and what is accepted. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Reads and validates the environment once. An empty variable counts as absent. Throws `EnvError`. */
export function loadEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (source[name] ? [[name, source[name]]] : [])));
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  throw new EnvError(result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name}=${secret.has(name) ? '…' : (source[name] ?? '')}: ${message}`;
  }));
}
