import { z } from 'zod';

/** Kinds of values of the environment: each says in one sentence what it accepts. All start from text. */
const whole = (least: number, most: number) => {
  const accepted = `a whole number from ${least} to ${most}`;
  return z.string().regex(/^\d{1,9}$/, accepted).transform(Number).refine((value) => value >= least && value <= most, accepted);
};

const oneOf = <const Value extends string>(...values: readonly Value[]) => z.enum(values, `one of ${values.join(', ')}`);

const url = (protocol: RegExp, accepted: string) => z.url({ protocol, error: accepted });

const matching = (pattern: RegExp, accepted: string) => z.string().regex(pattern, accepted);

export const field = {
  whole,
  oneOf,
  url,
  matching,
  port: whole(0, 65_535),
  flag: oneOf('true', 'false').transform((value) => value === 'true'),
  hostPort: matching(/^[^\s:/]+:\d{1,5}$/, 'host:port, for example temporal.example:7233'),
} as const;
