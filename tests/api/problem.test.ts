import { describe, expect, it } from 'vitest';
import { planContent, reportContent } from '../../api/contracts/submission.ts';
import { languageOf, problemOf } from '../../api/http/problem.ts';
import { parse } from '../../api/http/parse.ts';
import { Refused } from '../../domain/refusals.ts';
import { z } from 'zod';

describe('a problem', () => {
  it('speaks the language that is asked for first, else Vietnamese', () => {
    expect([undefined, '', 'en', 'en-GB,en;q=0.9,vi;q=0.8', 'vi-VN, en', 'fr', 'en;q=0.1, vi;q=0.9', '*'].map(languageOf)).toEqual(['vi', 'vi', 'en', 'en', 'vi', 'vi', 'vi', 'vi']);
  });

  it('puts the figures into its sentence and leaves none open', () => {
    const refused = new Refused('stale-version', { figures: { subject: 'x', expected: 1, actual: 2 } });
    expect(problemOf(refused, 'en', '/x')).toMatchObject({ status: 412, detail: expect.stringContaining('Version 1 is not the newest any more (that is 2)'), instance: '/x', retry: false });
    expect(problemOf(new Refused('unknown-unit', { errors: [{ pointer: '/units/0', code: 'unknown-unit', value: 'so-x' }] }), 'vi', '/x').detail).toContain('so-x');
    expect(problemOf(new Refused('not-found'), 'en', '/x').detail).not.toMatch(/[{}]/);
  });
});

describe('reading input by its contract', () => {
  const errorsOf = (schema: z.ZodType, input: unknown) => {
    try {
      parse(schema, input);
    } catch (error) {
      if (error instanceof Refused) return error.errors.map(({ pointer, code, accepted }) => [pointer, code, accepted]);
    }
    return undefined;
  };

  it('names each wrong field and what is accepted', () => {
    const schema = z.strictObject({ a: z.int().min(1), b: z.enum(['x', 'y']), c: z.string().min(2).exactOptional() });
    expect(errorsOf(schema, { a: 0, b: 'z', c: 'long', d: 1 })).toEqual([['/a', 'too-small', '≥ 1'], ['/b', 'value', 'x | y'], ['/d', 'unknown-field', undefined]]);
    expect(errorsOf(schema, { a: '1' })).toEqual([['/a', 'type', 'number'], ['/b', 'value', 'x | y']]);
    expect(errorsOf(schema, [])).toEqual([['', 'type', 'object']]);
  });

  it('points into the content, however the request wraps it', () => {
    const body = z.strictObject({ content: planContent });
    expect(errorsOf(body, { content: { kind: 'plan' } })).toEqual(expect.arrayContaining([['/targets', 'required', 'array'], ['/unit', 'required', 'string']]));
    expect(errorsOf(body, {})).toEqual([['/content', 'required', 'object']]);
  });

  it('of two kinds of content takes the one that is meant', () => {
    const either = z.strictObject({ content: z.union([planContent, reportContent]) });
    const errors = errorsOf(either, { content: { kind: 'report', unit: 'so-nv', plan: 'p', year: 2022, focalPoint: null, sections: {}, period: '2022-Q9', figuresTo: null, targets: [], tasks: [], spending: [] } });
    expect(errors).toMatchObject([['/period', 'format', expect.any(String)]]);
  });
});
