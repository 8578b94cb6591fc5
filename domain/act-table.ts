import type { Action } from './permissions.ts';
import type { Act, CycleAct, DutyKind } from './stages.ts';

/** The permission an act on a duty needs; `system` acts belong to workflows alone. */
export const actPermissions = {
  plan: {
    submit: 'plan.submit', withdraw: 'plan.withdraw', startAppraisal: 'system', giveOpinion: 'plan.giveOpinion', requestConclusion: 'system',
    concludeFit: 'plan.conclude', concludeReturn: 'plan.conclude', approve: 'plan.decide', refuse: 'plan.decide', returnPlan: 'plan.decide',
    extend: 'duty.extend', lapse: 'system', retire: 'cycle.retireUnit', cancel: 'cycle.cancel', reopen: 'duty.reopen',
    accept: 'system', returnReport: 'system', correct: 'system', closeMissing: 'system', closeUnreviewed: 'system',
  },
  report: {
    submit: 'report.submit', withdraw: 'report.withdraw', accept: 'report.accept', returnReport: 'report.return', correct: 'report.correct',
    extend: 'duty.extend', closeMissing: 'system', closeUnreviewed: 'system', retire: 'cycle.retireUnit', cancel: 'cycle.cancel', reopen: 'duty.reopen',
    startAppraisal: 'system', giveOpinion: 'system', requestConclusion: 'system', concludeFit: 'system', concludeReturn: 'system',
    approve: 'system', refuse: 'system', returnPlan: 'system', lapse: 'system',
  },
} as const satisfies Readonly<Record<DutyKind, Readonly<Record<Act, Action | 'system'>>>>;

export const cycleActPermissions = {
  publishGuidance: 'cycle.publishGuidance',
  openReporting: 'system',
  startClosing: 'system',
  close: 'system',
  cancelCycle: 'cycle.cancel',
  pause: 'cycle.pause',
  resume: 'cycle.resume',
  changeLadder: 'cycle.changeLadder',
} as const satisfies Readonly<Record<CycleAct, Action | 'system'>>;
