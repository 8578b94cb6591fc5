import type { Quarter } from '../domain/plan.ts';

const q = (values: Readonly<Record<string, string | undefined>>): string => {
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
  language: (language: string, to: string) => `/language/${language}${q({ to })}`,
} as const;
