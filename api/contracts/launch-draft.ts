import { z } from 'zod';
import { rungAudiences, rungChannels } from '../../domain/cycle.ts';
import { launchDraftStates, type LaunchDraft, type LaunchDraftContent } from '../../domain/launch-draft.ts';
import type { LaunchPreview } from '../use-cases/launch-preview.ts';
import { attachment, fileId } from './attachment.ts';
import { cycleId, day, instant, line, prose, slug, unitCode } from './common.ts';
import { allowances, calendar, ladder, launch, quietHours, rehearsalPace, roles } from './cycle.ts';
import { fieldError } from './problem.ts';

export const newLaunchDraft = launch.pick({ planId: true, key: true, title: true });

const units = z.array(unitCode).max(5000);
const guidance = prose(20_000);
const rehearsal = rehearsalPace.nullable().meta({ description: 'Null: a real year' });

const content = z.strictObject({
  planId: slug, key: slug, title: z.string(), units, calendar, roles, allowances, guidance, ladder, quietHours: quietHours.nullable(), rehearsal,
  files: z.array(attachment.pick({ id: true, hash: true, name: true, kind: true, size: true, uploadedAt: true, uploadedBy: true })),
} satisfies Record<keyof LaunchDraftContent, z.ZodType>);

export const launchDraft = z.strictObject({
  id: z.uuid(), version: z.int(), state: z.enum(launchDraftStates), content, createdAt: instant, createdBy: z.string(), savedAt: instant, savedBy: z.string(),
  proposedBy: z.string().nullable(), cycle: cycleId.nullable(),
} satisfies Record<keyof LaunchDraft, z.ZodType>).meta({ id: 'LaunchDraft' });

/** What one step gathers; what is not given stays. Plan and key are chosen at the beginning, files come one by one. */
export const launchStep = z.strictObject({
  title: line().exactOptional(), units: units.exactOptional(), calendar: calendar.exactOptional(), roles: roles.exactOptional(), allowances: allowances.exactOptional(), guidance: guidance.exactOptional(),
  ladder: ladder.exactOptional(), quietHours: quietHours.nullable().exactOptional(), rehearsal: rehearsal.exactOptional(),
} satisfies Record<Exclude<keyof LaunchDraftContent, 'planId' | 'key' | 'files'>, z.ZodType>);

export const launchPreview = z.strictObject({
  units: z.int(), targets: z.int(), year: z.int(), planTitle: z.string(), plansDue: day.optional(), firstReminder: day.optional(),
  rehearsal: z.strictObject({ minutes: z.number(), slowDaySeconds: z.number(), fastDaySeconds: z.number() }).optional().meta({ description: 'Real seconds that a day takes near a deadline, and far from all' }),
  unreached: z.array(z.strictObject({ to: z.enum(rungAudiences), channel: z.enum(rungChannels), units: z.array(unitCode) })).meta({ description: 'Rungs that would reach nobody, as the register stands' }),
  errors: z.array(fieldError).meta({ description: 'What still keeps it from being launched' }),
} satisfies Record<keyof LaunchPreview, z.ZodType>).meta({ id: 'LaunchPreview' });

export const launchFile = z.strictObject({ id: z.string().max(60), file: fileId });
