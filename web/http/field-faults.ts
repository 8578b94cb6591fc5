import { ZodError } from 'zod';
import { Refused, type FieldError, type RefusalCode } from '../../domain/refusals.ts';
import { firstStep, type FieldFault } from './form.ts';
import type { Visit } from './page.ts';

/** Refusals that the form can do something about: it is shown again. Anything else is a page of its own. */
const answerable: readonly RefusalCode[] = [
  'invalid-input', 'unknown-target', 'unknown-unit', 'wrong-stage', 'period-closed', 'cycle-paused', 'cycle-over', 'stale-version', 'stale-content', 'check-blocked', 'state-secret', 'already-exists', 'needs-second-person', 'wrong-credentials',
  'rate-limited', 'too-large', 'storage-unavailable', 'workflow-unavailable', 'idempotency-running', 'idempotency-mismatch', 'malformed', 'unsupported-media-type',
];

/** Refusals of a file as a whole: a form that sends one says where it stands. */
const ofFile: readonly RefusalCode[] = ['too-large', 'unsupported-media-type', 'state-secret'];

export interface Faults {
  readonly status: number;
  readonly faults: readonly FieldFault[];
}

/** What is wrong, field by field, in the reader's language; undefined for what no form can answer. A fault without a field is about the whole. */
export function faultsOf(error: unknown, { kit, language, t }: Pick<Visit, 'kit' | 'language' | 't'>, fieldOf: (pointer: string) => string = firstStep): Faults | undefined {
  if (error instanceof ZodError) {
    return { status: 422, faults: firstOfEach(error.issues).map((issue) => ({ field: fieldOf(`/${issue.path.join('/')}`), message: wording(t, codeOf(issue), { ...issue, ...('params' in issue ? issue.params : {}) }) })) };
  }
  if (!(error instanceof Refused) || !answerable.includes(error.code)) return undefined;
  const { detail, status } = kit.wording(error, language);
  if (error.errors.length === 0) return { status, faults: [{ field: ofFile.includes(error.code) ? fieldOf('') : '', message: detail }] };
  return { status, faults: error.errors.map((each) => ({ field: fieldOf(each.pointer), message: sentence(each, language, t) })) };
}

/** One fault for a field: the first of several says enough. */
const firstOfEach = (issues: ZodError['issues']): ZodError['issues'] => issues.filter(({ path }, index) => issues.findIndex((other) => other.path.join('/') === path.join('/')) === index);

/** A length is told apart from a number and a count of things; what was left empty is asked for. */
function codeOf(issue: ZodError['issues'][number]): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.input === '') return 'invalid_type';
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return issue.code;
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin === 'string') return 'invalid_type';
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin === 'array') return 'empty';
  return issue.origin === 'string' ? `${issue.code}-text` : issue.code;
}

function sentence({ code, message, fix, value, accepted }: FieldError, language: 'vi' | 'en', t: Visit['t']): string {
  if (message) return fix ? `${message[language]} ${fix[language]}` : message[language];
  return wording(t, code, { value: shown(value), accepted: accepted ?? '' });
}

function wording(t: Visit['t'], code: string, figures: Readonly<Record<string, unknown>>): string {
  return t.has(`faults.${code}`) ? t(`faults.${code}`, figures) : t('faults.other', { code, accepted: figures['accepted'] ?? '' });
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value));
