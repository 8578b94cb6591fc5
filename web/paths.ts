import type { Quarter } from '../domain/plan.ts';

/** What a page is asked to show: filters, order, period. */
export type Wanted = Readonly<Record<string, string | undefined>>;

const q = (values: Wanted): string => {
  const given = Object.entries(values).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

/** Where a duty's pages are: a unit's plan, or its report of a quarter. */
export interface DutyPlace {
  readonly cycle: string;
  readonly unit: string;
  readonly quarter?: Quarter | null | undefined;
}

const duty = ({ cycle, unit, quarter }: DutyPlace): string => (quarter ? `/cycles/${cycle}/reports/${quarter}/${unit}` : `/cycles/${cycle}/plans/${unit}`);

/** Every address of the pages, made here and nowhere else. */
export const paths = {
  home: () => '/',
  signIn: (to?: string) => `/sign-in${q({ to })}`,
  signOut: () => '/sign-out',
  resume: () => '/sign-in/resume',
  account: () => '/me',
  password: () => '/me/password',
  sessions: () => '/me/sessions',
  endSession: (id: string) => `/me/sessions/${id}/end`,
  notices: () => '/me/notices',
  work: () => '/work',
  search: (query?: string) => `/search${q({ q: query })}`,
  cycles: () => '/cycles',
  cycle: (cycle: string) => `/cycles/${cycle}`,
  duty,
  draft: (place: DutyPlace) => `${duty(place)}/draft`,
  draftSection: (place: DutyPlace, section: string, more: { readonly check?: string } = {}) => `${duty(place)}/draft/${section}${q(more)}`,
  pasteLines: (place: DutyPlace) => `${duty(place)}/draft/budget/paste`,
  review: (place: DutyPlace) => `${duty(place)}/draft/review`,
  submit: (place: DutyPlace) => `${duty(place)}/draft/submit`,
  hand: (place: DutyPlace, section: string) => `${duty(place)}/draft/${section}/hand`,
  withdraw: (place: DutyPlace) => `${duty(place)}/withdraw`,
  receipt: (place: DutyPlace, number: number) => `${duty(place)}/versions/${number}/receipt`,
  checklist: (cycle: string) => `/cycles/${cycle}/checklist`,
  version: (place: DutyPlace, number: number | string) => `${duty(place)}/versions/${number}`,
  compliance: (cycle: string, wanted: Wanted = {}) => `/cycles/${cycle}/compliance${q(wanted)}`,
  complianceCsv: (cycle: string, wanted: Wanted = {}) => `/cycles/${cycle}/compliance.csv${q(wanted)}`,
  cell: (cycle: string, quarter: string, unit: string, target: string) => `/cycles/${cycle}/compliance/${quarter}/${unit}/${target}`,
  ranking: (cycle: string, wanted: Wanted = {}) => `/cycles/${cycle}/ranking${q(wanted)}`,
  rankingCsv: (cycle: string, wanted: Wanted = {}) => `/cycles/${cycle}/ranking.csv${q(wanted)}`,
  quarters: (cycle: string) => `/cycles/${cycle}/quarters`,
  quarter: (cycle: string, quarter: string) => `/cycles/${cycle}/quarters/${quarter}`,
  targetTrend: (cycle: string, target: string) => `/cycles/${cycle}/trends/targets/${target}`,
  unitTrend: (cycle: string, unit: string) => `/cycles/${cycle}/trends/units/${unit}`,
  directives: (cycle: string, wanted: Wanted = {}) => `/cycles/${cycle}/directives${q(wanted)}`,
  newDirective: (cycle: string, wanted: Wanted = {}) => `/cycles/${cycle}/directives/new${q(wanted)}`,
  directive: (cycle: string, id: string) => `/cycles/${cycle}/directives/${id}`,
  directiveAct: (cycle: string, id: string, act: 'progress' | 'done' | 'revision') => `/cycles/${cycle}/directives/${id}/${act}`,
  progress: (cycle: string) => `/cycles/${cycle}/progress`,
  progressCounts: (cycle: string) => `/cycles/${cycle}/progress.json`,
  guidance: (cycle: string) => `/cycles/${cycle}/guidance`,
  steer: (cycle: string, act: 'pause' | 'resume' | 'cancel') => `/cycles/${cycle}/${act}`,
  duties: (cycle: string, wanted: Wanted = {}) => `/cycles/${cycle}/duties${q(wanted)}`,
  dutiesCsv: (cycle: string, wanted: Wanted = {}) => `/cycles/${cycle}/duties.csv${q(wanted)}`,
  extendMany: (cycle: string) => `/cycles/${cycle}/duties/extension`,
  remindMany: (cycle: string) => `/cycles/${cycle}/duties/reminder`,
  members: (cycle: string) => `/cycles/${cycle}/units`,
  addMember: (cycle: string) => `/cycles/${cycle}/units/new`,
  story: (cycle: string, unit: string) => `/cycles/${cycle}/units/${unit}`,
  retireMember: (cycle: string, unit: string) => `/cycles/${cycle}/units/${unit}/retirement`,
  waivers: (cycle: string) => `/cycles/${cycle}/waivers`,
  newWaiver: (cycle: string) => `/cycles/${cycle}/waivers/new`,
  reopening: (place: DutyPlace) => `${duty(place)}/reopening`,
  reviewReport: (place: DutyPlace) => `${duty(place)}/review`,
  launches: () => '/cycles/new',
  launchStep: (draft: string, step: string) => `/cycles/new/${draft}/${step}`,
  accounts: (wanted: Wanted = {}) => `/admin/accounts${q(wanted)}`,
  newAccount: () => '/admin/accounts/new',
  accountOf: (id: string) => `/admin/accounts/${id}`,
  accountAct: (id: string, act: 'lock' | 'unlock' | 'password') => `/admin/accounts/${id}/${act}`,
  audit: (wanted: Wanted = {}) => `/admin/audit${q(wanted)}`,
  auditCsv: (wanted: Wanted = {}) => `/admin/audit.csv${q(wanted)}`,
  verifyAudit: () => '/admin/audit/verification',
  system: () => '/admin/system',
  tokens: () => '/me/tokens',
  revokeToken: (id: string) => `/me/tokens/${id}/revoke`,
  opinion: (place: DutyPlace, aspect: string) => `${duty(place)}/opinions/${aspect}`,
  conclusion: (place: DutyPlace) => `${duty(place)}/conclusion`,
  decision: (place: DutyPlace) => `${duty(place)}/decision`,
  queue: (cycle: string) => `/cycles/${cycle}/queue`,
  decideMany: (cycle: string) => `/cycles/${cycle}/queue/decisions`,
  language: (language: string, to: string) => `/language/${language}${q({ to })}`,
} as const;
