import type { Duty } from '../../../domain/duty.ts';
import type { PlanRoles } from '../../../domain/plan.ts';
import type { Character } from '../cast.ts';
import type { Step } from '../script/step.ts';
import { correctReport } from './correct.ts';
import { giveOpinion } from './examine.ts';
import type { Part } from './people.ts';
import type { Stage } from './stage.ts';
import { bringIn, manuscript } from './write.ts';

const words = {
  lead: 'Đề nghị bổ sung nhiệm vụ kiểm tra, đôn đốc việc thực hiện chỉ tiêu.',
  approver: 'Đề nghị làm rõ việc theo dõi thực hiện trước khi trình lại.',
  refuse: 'Chưa bố trí được nguồn lực trong năm; không phê duyệt.',
  report: 'Đề nghị bổ sung tài liệu kiểm chứng cho các số liệu đã báo cáo.',
} as const;

/** Who performs a step. */
export function actorOf(step: Step, roles: PlanRoles): Part {
  switch (step.act.kind) {
    case 'opinion': return { role: 'appraiser', unit: roles.appraisers[step.act.aspect] };
    case 'conclude': return { role: 'appraiser', unit: roles.leadAppraiser };
    case 'decide': return { role: 'approver', unit: roles.approver };
    case 'accept': case 'return': return { role: 'secretariat', unit: roles.secretariat };
    case 'submit': case 'withdraw': case 'correct': return { role: 'agency', unit: step.unit };
  }
}

export const basePath = (cycle: string, { unit, quarter }: Pick<Step, 'unit' | 'quarter'>): string =>
  quarter === null ? `/cycles/${cycle}/plans/${unit}` : `/cycles/${cycle}/reports/${quarter}/${unit}`;

/** Performs one step through the API, on the duty as it stands. */
export async function act(stage: Stage, character: Character, step: Step, duty: Duty): Promise<void> {
  const client = stage.clientOf(actorOf(step, stage.cycle.settings.roles));
  const base = basePath(stage.cycle.id, step);
  const { kind } = step.act;
  const key = `${duty.id}:${step.round}:${kind}:${step.at}`;
  const pinned = (text: string) => [{ pointer: step.quarter === null ? '/tasks' : '/targets/0', text }];
  switch (step.act.kind) {
    case 'submit': {
      const { writing } = step.act;
      return bringIn(client, base, key, (form) => manuscript(form, writing, stage, character, step.quarter, step.round), () => { stage.notes.refused += 1; });
    }
    case 'withdraw':
      await client.post(`${base}/withdrawal`, { reason: 'Rà soát lại số liệu trước khi thẩm định.' }, key);
      return;
    case 'opinion':
      return giveOpinion(client, base, duty, step.act.aspect, stage.seed, `${key}:${step.act.aspect}`);
    case 'conclude': {
      const isReturn = step.act.answer === 'return';
      await client.post(`${base}/conclusion`, { answer: step.act.answer, reason: isReturn ? words.lead : 'Đủ điều kiện trình phê duyệt.', pinned: isReturn ? pinned(words.lead) : [], contentHash: duty.contentHash }, key);
      return;
    }
    case 'decide': {
      const { decision } = step.act;
      const reason = { approve: 'Phê duyệt.', refuse: words.refuse, return: words.approver }[decision];
      await client.post(`${base}/decision`, { decision, reason, pinned: decision === 'return' ? pinned(reason) : [], contentHash: duty.contentHash }, key);
      return;
    }
    case 'accept':
      await client.post(`${base}/acceptance`, { reason: '', contentHash: duty.contentHash }, key);
      return;
    case 'return':
      await client.post(`${base}/return`, { reason: words.report, pinned: pinned(words.report), contentHash: duty.contentHash }, key);
      return;
    case 'correct':
      return correctReport(stage, client, { base, duty, character, key });
  }
}
