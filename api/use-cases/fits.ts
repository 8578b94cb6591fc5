import { periodId } from '../../domain/ids.ts';
import type { Plan } from '../../domain/plan.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import { findSecretMark } from '../../rules/facts/secrecy.ts';
import type { Stand } from './place.ts';

/** Refuses a marked document before anything could keep a copy; the refusal names the place, not the words. */
function assertNoSecret(content: SubmissionContent): void {
  const secret = findSecretMark(content);
  if (secret) throw new Refused('state-secret', { errors: [{ pointer: secret.pointer, code: 'secret-mark' }] });
}

/** Refuses content that belongs to another unit, plan, year, kind or period, or that names targets the plan does not have. */
export function assertFits(content: SubmissionContent, { duty, cycle }: Stand, plan: Plan): void {
  assertNoSecret(content);
  const expected: Readonly<Record<string, string | number>> = {
    kind: duty.kind,
    unit: duty.unit,
    plan: plan.id,
    year: cycle.year,
    ...(duty.quarter === null ? {} : { period: periodId(cycle.year, duty.quarter) }),
  };
  const given: Readonly<Record<string, unknown>> = { ...content };
  const wrong = Object.entries(expected).filter(([name, value]) => given[name] !== value)
    .map(([name, value]): FieldError => ({ pointer: `/${name}`, code: 'not-this-duty', value: given[name], accepted: String(value) }));
  if (wrong.length > 0) throw new Refused('invalid-input', { errors: wrong });

  const targets = new Set(plan.targets.map(({ id }) => id));
  const unknown = content.targets.flatMap(({ target }, index): FieldError[] =>
    targets.has(target) ? [] : [{ pointer: `/targets/${index}/target`, code: 'unknown-target', value: target, accepted: [...targets].join(', ') }]);
  if (unknown.length > 0) throw new Refused('unknown-target', { figures: { plan: plan.id }, errors: unknown });
}
