import { z } from 'zod';
import { rungTextKey } from '../../../../api/contracts/rung-text.ts';
import { channelsOf, ladderKinds, rungAudiences, type LadderKind, type Rung } from '../../../../domain/cycle.ts';
import { ladderLimits } from '../../../../domain/ladder-faults.ts';
import type { Fields } from '../../../http/form.ts';

/** Channels of a rung as one choice. */
export const ways = ['email', 'zalo', 'both'] as const;
type Way = (typeof ways)[number];
const choices: Readonly<Record<Way, Pick<Rung, 'channels'>>> = { email: {}, zalo: { channels: ['zalo'] }, both: { channels: ['email', 'zalo'] } };
export const wayOf = (rung: Rung): Way => {
  const channels = channelsOf(rung);
  return channels.includes('zalo') ? (channels.includes('email') ? 'both' : 'zalo') : 'email';
};

/** A row of the form as it was typed; every column is a select or a field that is always sent, so that rows stay together. */
export interface TypedRung {
  readonly days: string;
  readonly to: string;
  readonly way: string;
  readonly may: string;
  /** Key of an own text; empty: the usual one. */
  readonly text: string;
}

const columns = ['days', 'to', 'way', 'may', 'text'] as const satisfies readonly (keyof TypedRung)[];
/** Empty rows below each ladder, for rungs to be added. */
const spare: readonly TypedRung[] = Array.from({ length: 2 }, () => ({ days: '', to: 'unit', way: 'email', may: 'no', text: '' }));

const listOf = (fields: Fields, name: string): readonly string[] => [fields[name] ?? []].flat();

/** What was typed, without the rows whose days were emptied: the place of a row is the place that a refusal names. */
function typed(fields: Fields, kind: LadderKind): readonly TypedRung[] {
  const [days, to, way, may, text] = columns.map((column) => listOf(fields, `${kind}.${column}`));
  return (days ?? []).map((each, index): TypedRung => ({ days: each.trim(), to: to?.[index] ?? 'unit', way: way?.[index] ?? 'email', may: may?.[index] ?? 'no', text: text?.[index] ?? '' })).filter((row) => row.days !== '');
}

/** Rows to show: as typed when the form comes back, else as kept. */
export function typedRows(fields: Fields, kind: LadderKind, kept: readonly Rung[]): readonly TypedRung[] {
  const rows = fields[`${kind}.days`] === undefined ? kept.map((rung): TypedRung => ({ days: String(rung.days), to: rung.to, way: wayOf(rung), may: rung.mayOptOut ? 'yes' : 'no', text: rung.text ?? '' })) : typed(fields, kind);
  return [...rows, ...spare];
}

const rung = z.object({
  days: z.custom<number>((days) => Number.isInteger(days) && Math.abs(Number(days)) <= ladderLimits.days, { error: 'whole-days' }),
  to: z.enum(rungAudiences), way: z.enum(ways), may: z.enum(['yes', 'no']), text: rungTextKey.or(z.literal('')),
}).transform(({ days, to, way, may, text }): Rung => ({ days, to, ...choices[way], ...(may === 'yes' ? { mayOptOut: true } : {}), ...(text === '' ? {} : { text }) }));
const rungs = z.array(rung);

/** The ladders in the order they were typed, which is refused where days fall. A minus sign may be a dash. */
export const typedLadder = {
  schema: z.object({ plan: rungs, revision: rungs, appraisal: rungs, conclusion: rungs, approval: rungs, report: rungs, directive: rungs } satisfies Record<LadderKind, z.ZodType>),
  read: (fields: Fields): unknown => Object.fromEntries(ladderKinds.map((kind) => [kind, typed(fields, kind).map((row) => ({ ...row, days: Number(row.days.replace(/^[–−]/, '-')) }))])),
};
