/**
 * The stage tables: which act leads from which state to which. One truth, read by workflows, API and screens.
 * An act that a state does not name is refused there, with the acts that are possible as the answer.
 */
export const planStates = ['draft', 'submitted', 'appraisal', 'conclusion', 'approval', 'approved', 'returned', 'refused', 'lapsed', 'retired', 'cancelled'] as const;
export type PlanState = (typeof planStates)[number];

export const reportStates = ['open', 'submitted', 'accepted', 'returned', 'unreviewed', 'missing', 'retired', 'cancelled'] as const;
export type ReportState = (typeof reportStates)[number];

export const quarterStates = ['open', 'frozen', 'cancelled'] as const;
export type QuarterState = (typeof quarterStates)[number];

export const cycleStates = ['guidance', 'drafting', 'reporting', 'closing', 'closed', 'cancelled'] as const;
/** `drafting` lasts until every plan is decided or the approval date has passed: units are in appraisal or approval meanwhile. */
export type CycleState = (typeof cycleStates)[number];

export const acts = [
  'submit', 'withdraw', 'startAppraisal', 'giveOpinion', 'requestConclusion', 'concludeFit', 'concludeReturn',
  'approve', 'refuse', 'returnPlan', 'accept', 'returnReport', 'correct', 'extend', 'lapse', 'closeMissing', 'closeUnreviewed',
  'retire', 'cancel', 'reopen',
] as const;
export type Act = (typeof acts)[number];

type Moves<State extends string> = Readonly<Record<State, Readonly<Partial<Record<Act, State>>>>>;

const planEnds = { retire: 'retired', cancel: 'cancelled' } as const;

export const planMoves = {
  draft: { submit: 'submitted', extend: 'draft', lapse: 'lapsed', ...planEnds },
  submitted: { withdraw: 'draft', startAppraisal: 'appraisal', lapse: 'lapsed', ...planEnds },
  appraisal: { giveOpinion: 'appraisal', requestConclusion: 'conclusion', extend: 'appraisal', lapse: 'lapsed', ...planEnds },
  conclusion: { giveOpinion: 'conclusion', concludeFit: 'approval', concludeReturn: 'returned', extend: 'conclusion', lapse: 'lapsed', ...planEnds },
  approval: { approve: 'approved', refuse: 'refused', returnPlan: 'returned', extend: 'approval', lapse: 'lapsed', ...planEnds },
  returned: { submit: 'submitted', extend: 'returned', lapse: 'lapsed', ...planEnds },
  approved: { ...planEnds },
  refused: { reopen: 'returned', ...planEnds },
  lapsed: { reopen: 'returned', ...planEnds },
  retired: {},
  cancelled: {},
} as const satisfies Moves<PlanState>;

const reportEnds = { retire: 'retired', cancel: 'cancelled' } as const;

export const reportMoves = {
  open: { submit: 'submitted', extend: 'open', closeMissing: 'missing', ...reportEnds },
  submitted: { withdraw: 'open', accept: 'accepted', returnReport: 'returned', closeUnreviewed: 'unreviewed', ...reportEnds },
  returned: { submit: 'submitted', extend: 'returned', closeMissing: 'missing', ...reportEnds },
  accepted: { correct: 'accepted', cancel: 'cancelled' },
  unreviewed: { correct: 'unreviewed', accept: 'accepted', cancel: 'cancelled' },
  missing: { correct: 'unreviewed', reopen: 'returned', cancel: 'cancelled' },
  retired: {},
  cancelled: {},
} as const satisfies Moves<ReportState>;

export type DutyKind = 'plan' | 'report';
export type DutyState = PlanState | ReportState;

const moves: Readonly<Record<DutyKind, Readonly<Record<string, Readonly<Partial<Record<Act, DutyState>>>>>>> = {
  plan: planMoves,
  report: reportMoves,
};

/** Acts that the state allows at all, whoever asks. */
export function possibleActs(kind: DutyKind, state: DutyState): readonly Act[] {
  return Object.keys(moves[kind][state] ?? {}) as Act[];
}

/** Where `act` leads from `state`; undefined when it is not possible there. */
export function nextState(kind: DutyKind, state: DutyState, act: Act): DutyState | undefined {
  return moves[kind][state]?.[act];
}

const waiting = {
  plan: ['draft', 'submitted', 'appraisal', 'conclusion', 'approval', 'returned'],
  report: ['open', 'submitted', 'returned'],
} as const satisfies Record<DutyKind, readonly DutyState[]>;

/** States in which a workflow accompanies the duty. */
export function openStates(kind: DutyKind): readonly DutyState[] {
  return waiting[kind];
}

export function isOpen(kind: DutyKind, state: DutyState): boolean {
  return openStates(kind).includes(state);
}

export const cycleActs = ['publishGuidance', 'openReporting', 'startClosing', 'close', 'cancelCycle', 'pause', 'resume', 'changeLadder'] as const;
export type CycleAct = (typeof cycleActs)[number];

export const cycleMoves = {
  guidance: { publishGuidance: 'drafting', pause: 'guidance', resume: 'guidance', changeLadder: 'guidance', cancelCycle: 'cancelled' },
  drafting: { openReporting: 'reporting', pause: 'drafting', resume: 'drafting', changeLadder: 'drafting', cancelCycle: 'cancelled' },
  reporting: { startClosing: 'closing', pause: 'reporting', resume: 'reporting', changeLadder: 'reporting', cancelCycle: 'cancelled' },
  closing: { close: 'closed', pause: 'closing', resume: 'closing', changeLadder: 'closing', cancelCycle: 'cancelled' },
  closed: {},
  cancelled: {},
} as const satisfies Readonly<Record<CycleState, Readonly<Partial<Record<CycleAct, CycleState>>>>>;

export function nextCycleState(state: CycleState, act: CycleAct): CycleState | undefined {
  return (cycleMoves[state] as Partial<Record<CycleAct, CycleState>>)[act];
}
