import type { CheckAnswer } from '../../../api/use-cases/checking.ts';
import type { Quarter } from '../../../domain/plan.ts';
import type { PlanContent, ReportContent, SubmissionContent } from '../../../domain/submission.ts';
import { ApiProblem, type ApiClient } from '../api/client.ts';
import type { Character } from '../cast.ts';
import { mend } from '../content/mend.ts';
import { bareReport, sloppyPlan, sloppyReport, timidPlan } from '../content/mistakes.ts';
import { fillPlan } from '../content/plan-content.ts';
import { fillReport } from '../content/report-content.ts';
import { randomFor } from '../random.ts';
import type { Writing } from '../script/step.ts';
import type { Stage } from './stage.ts';

export interface Manuscript<Content> {
  /** What the unit's files bear out. */
  readonly truth: Content;
  /** What it writes at first. */
  readonly written: Content;
}

const plain = <Content>(truth: Content): Content => truth;

function writePlan(form: PlanContent, writing: Writing, stage: Stage, character: Character, round: number): Manuscript<PlanContent> {
  const truth = fillPlan(form, { plan: stage.plan, character, seed: stage.seed, round });
  const random = randomFor(stage.seed, 'slip', character.unit);
  const how = { true: plain, timid: timidPlan, bare: plain, sloppy: (content: PlanContent) => sloppyPlan(content, random) }[writing];
  stage.ownPlans.set(character.unit, truth);
  return { truth, written: how(truth) };
}

function writeReport(form: ReportContent, writing: Writing, stage: Stage, character: Character, quarter: Quarter): Manuscript<ReportContent> {
  const ownPlan = stage.ownPlans.get(character.unit);
  const truth = fillReport(form, { plan: stage.plan, character, quarter, seed: stage.seed, ...(ownPlan ? { ownPlan } : {}) });
  const random = randomFor(stage.seed, 'slip', quarter, character.unit);
  const how = { true: plain, timid: plain, bare: bareReport, sloppy: (content: ReportContent) => sloppyReport(content, random) }[writing];
  return { truth, written: how(truth) };
}

/** Completes the form that the API hands out. */
export function manuscript(form: SubmissionContent, writing: Writing, stage: Stage, character: Character, quarter: Quarter | null, round: number): Manuscript<SubmissionContent> {
  if (form.kind === 'plan') return writePlan(form, writing, stage, character, round);
  if (quarter === null) throw new RangeError('A report belongs to a quarter');
  return writeReport(form, writing, stage, character, quarter);
}

const mostTries = 4;

/**
 * Brings one version in as a unit does: opens the form, saves the draft, submits it. Refused by the check, it asks for
 * the findings, looks up every place they point to, and tries again.
 */
export async function bringIn(client: ApiClient, base: string, key: string, manuscriptOf: (form: SubmissionContent) => Manuscript<SubmissionContent>, onRefused: () => void): Promise<void> {
  const { body: draft, etag } = await client.get<{ readonly content: SubmissionContent }>(`${base}/draft`);
  const { truth, written } = manuscriptOf(draft.content);
  let content = written;
  let version = etag ?? '"0"';
  for (let attempt = 1; ; attempt += 1) {
    version = await saveDraft(client, base, content, version);
    try {
      await client.submit(`${base}/submissions`, version, `${key}:${attempt}`);
      return;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'check-blocked' || attempt >= mostTries) throw error;
      onRefused();
      const { body } = await client.post<CheckAnswer>(`${base}/check`, { content }, `${key}:check:${attempt}`);
      const blocking = body.findings.filter((finding) => finding.severity === 'blocking');
      content = mend(content, truth, blocking.flatMap((finding) => finding.pointers));
    }
  }
}

/** A save whose answer was lost has raised the version: the second try begins at the version that is there. */
async function saveDraft(client: ApiClient, base: string, content: SubmissionContent, version: string): Promise<string> {
  try {
    return (await client.put(`${base}/draft`, { content }, version)).etag ?? version;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'stale-version') throw error;
    const { etag } = await client.get(`${base}/draft`);
    return (await client.put(`${base}/draft`, { content }, etag ?? version)).etag ?? version;
  }
}
