import type { Duty, LineAgreement, Submission } from '../../../domain/duty.ts';
import type { Aspect } from '../../../domain/plan.ts';
import type { PlanContent } from '../../../domain/submission.ts';
import type { ApiClient } from '../api/client.ts';
import { randomFor } from '../random.ts';

/** Reads the submission that a duty stands on. */
export async function readSubmission(client: ApiClient, base: string, duty: Duty): Promise<Submission> {
  const number = duty.submission?.slice(duty.submission.lastIndexOf('/v') + 2) ?? '1';
  return (await client.get<Submission>(`${base}/submissions/${number}`)).body;
}

const agreedShare = 0.85;
const rounding = 1_000_000;

/** What an appraiser of money agrees to, line by line: most in full, some less, with the reason. */
export function agreements(content: PlanContent, aspect: Aspect, seed: number): readonly LineAgreement[] {
  return content.budget.filter((line) => line.aspect === aspect && line.total !== null).map((line): LineAgreement => {
    const asked = line.total ?? 0;
    const isCut = randomFor(seed, 'agree', content.unit, line.id)() < 0.3 && asked >= 2 * rounding;
    const agreed = isCut ? Math.floor((asked * agreedShare) / rounding) * rounding : asked;
    return { line: line.id, asked, agreed, ...(isCut ? { reason: 'Cân đối theo khả năng ngân sách năm' } : {}) };
  });
}

/** Opinion of one aspect on what was submitted. */
export async function giveOpinion(client: ApiClient, base: string, duty: Duty, aspect: Aspect, seed: number, key: string): Promise<void> {
  const { content, hash } = await readSubmission(client, base, duty);
  const lines = content.kind === 'plan' ? agreements(content, aspect, seed) : [];
  const isCut = lines.some((line) => line.agreed < line.asked);
  await client.post(`${base}/opinions/${aspect}`, {
    answer: isCut ? 'agree-with-changes' : 'agree', reason: isCut ? 'Thống nhất, đề nghị điều chỉnh kinh phí một số hạng mục.' : 'Thống nhất với nội dung kế hoạch.', lines, contentHash: hash,
  }, key);
}
