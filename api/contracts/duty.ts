import { z } from 'zod';
import { decisionKinds, opinionAnswers, type Decision, type Duty, type Opinion, type Reminder } from '../../domain/duty.ts';
import { acts, planStates, reportStates } from '../../domain/stages.ts';
import { aspect, cycleId, day, hash, instant, pointer, quarter, reason, unitCode } from './common.ts';
import { planContent, reportContent } from './submission.ts';
import { finding, verdict, verdictSummary } from './verdict.ts';

export const dutyKind = z.enum(['plan', 'report']);
export const dutyState = z.enum([...new Set([...planStates, ...reportStates])]);
export const act = z.enum(acts);

export const duty = z.strictObject({
  id: z.string(), cycle: cycleId, kind: dutyKind, unit: unitCode, quarter: quarter.nullable(), state: dutyState, version: z.int(), round: z.int(), due: day, unitDue: day, late: z.boolean(),
  submission: z.string().nullable(), contentHash: hash.nullable(), approvedHash: hash.nullable(), shard: z.int(), openedAt: instant, submittedAt: instant.nullable(), endedAt: instant.nullable(),
} satisfies Record<keyof Duty, z.ZodType>).meta({ id: 'Duty' });

const submissionHead = {
  id: z.string(), duty: z.string(), cycle: cycleId, unit: unitCode, kind: dutyKind, quarter: quarter.nullable(), number: z.int(), round: z.int(), correction: z.boolean(), reason: z.string().nullable(),
  hash, changes: z.array(z.string()), submittedAt: instant, submittedBy: z.string(),
};
export const submissionSummary = z.strictObject({ ...submissionHead, verdict: verdictSummary }).meta({ id: 'SubmissionSummary' });
export const submission = z.strictObject({ ...submissionHead, content: z.union([planContent, reportContent]), verdict }).meta({ id: 'Submission' });

export const lineAgreement = z.strictObject({ line: z.string().min(1).max(120), asked: z.int().min(0), agreed: z.int().min(0), reason: z.string().trim().min(1).max(2000).exactOptional() });

const opinionShape = {
  id: z.string(), duty: z.string(), round: z.int(), aspect, appraiser: unitCode, due: day, answer: z.enum(opinionAnswers).nullable(), reason: z.string().nullable(), lines: z.array(lineAgreement),
  contentHash: z.string(), givenAt: instant.nullable(), givenBy: z.string().nullable(),
} satisfies Record<keyof Opinion, z.ZodType>;
export const opinion = z.strictObject(opinionShape).meta({ id: 'Opinion' });

const pinned = z.strictObject({ pointer, text: z.string().normalize('NFC').trim().min(1).max(2000) });
export const decision = z.strictObject({
  id: z.string(), duty: z.string(), round: z.int(), kind: z.enum(decisionKinds), reason: z.string(), pinned: z.array(pinned), contentHash: z.string(), decidedAt: instant, decidedBy: z.string(),
} satisfies Record<keyof Decision, z.ZodType>).meta({ id: 'Decision' });

export const dutyView = z.strictObject({
  duty, rehearsal: z.boolean(), opinions: z.array(z.strictObject({ ...opinionShape, stale: z.boolean() })), decisions: z.array(decision), submissions: z.array(submissionSummary),
  possible: z.array(act).meta({ description: 'Acts that the caller may perform now' }),
}).meta({ id: 'DutyView' });

export const receipt = z.strictObject({
  submission: z.string(), number: z.int(), round: z.int(), hash, changes: z.array(z.string()), submittedAt: instant, submittedBy: z.string(), correction: z.boolean(),
  duty: duty.pick({ id: true, state: true, version: true, due: true, late: true }), verdict: verdictSummary, warnings: z.array(finding),
}).meta({ id: 'Receipt', description: 'Proof of what was recorded, with the warnings that travel along' });

const draftHead = { duty: z.string(), version: z.int(), origin: z.enum(['stored', 'submission', 'prefilled']), savedAt: instant.nullable(), savedBy: z.string().nullable() };
export const draft = z.strictObject({ ...draftHead, content: z.union([planContent, reportContent]) }).meta({ id: 'Draft' });

export const checkAnswer = z.strictObject({ verdict, findings: z.array(finding) });

export const reminder = z.strictObject({
  id: z.string(), cycle: cycleId, duty: z.string().nullable(), directive: z.string().nullable().exactOptional(), unit: unitCode, rung: z.string(), to: z.string(), escalation: z.boolean(), dueAt: instant, sentAt: instant,
} satisfies Record<keyof Reminder, z.ZodType>).meta({ id: 'Reminder' });

export const giveOpinion = z.strictObject({ answer: z.enum(opinionAnswers), reason, lines: z.array(lineAgreement).max(1000).default([]), contentHash: hash });
export const opinionGiven = z.strictObject({ duty: duty.pick({ id: true, state: true, version: true }), opinion });

const decide = { reason, pinned: z.array(pinned).max(200).default([]), contentHash: hash };
export const conclude = z.strictObject({ answer: z.enum(['fit', 'return']), ...decide });
export const approve = z.strictObject({ decision: z.enum(['approve', 'refuse', 'return']), ...decide });
export const accept = z.strictObject({ reason: z.string().normalize('NFC').trim().max(4000).default(''), contentHash: hash.exactOptional() });
export const returnReport = z.strictObject({ reason, pinned: decide.pinned, contentHash: hash.exactOptional() });
export const decided = z.strictObject({ duty: duty.pick({ id: true, state: true, version: true, round: true, due: true, contentHash: true, approvedHash: true }), decision });

export const dutyAnswer = z.strictObject({ duty });
export const extend = z.strictObject({ due: day, reason });
export const reopen = z.strictObject({ reason, due: day.exactOptional() });
export const remind = z.strictObject({ message: z.string().normalize('NFC').trim().min(1).max(1000).exactOptional() });
export const withReason = z.strictObject({ reason });

