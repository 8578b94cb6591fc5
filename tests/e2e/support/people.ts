import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { makeAccount } from '../../../api/use-cases/accounts.ts';
import type { RecordStore } from '../../../domain/ports/record.ts';
import type { Role } from '../../../domain/roles.ts';

export const password = 'mat-khau-thu-nghiem';

/** Somebody at a browser window of their own, signed in by the form. */
export interface Person {
  readonly login: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes to an address of the pages; answers the status. */
  go(path: string): Promise<number>;
}

export interface People {
  /** The same person for the same role, unit and window. Pages wait `patienceMs` for what they are asked to find. */
  person(role: Role, unit: string, window?: BrowserContextOptions): Promise<Person>;
  /** Another window of a person: cookies of their own. */
  again(person: Person, window?: BrowserContextOptions): Promise<Person>;
  /** What went wrong in any window: errors of scripts, refused by the content security policy, files not found. A test expects none. */
  readonly problems: readonly string[];
}

/** Made up. */
const names = {
  secretariat: 'Nguyễn Thị Hạnh', agency: 'Lê Văn Minh', appraiser: 'Trần Quốc Bảo', approver: 'Phạm Thu Hà', committee: 'Đỗ Hoàng Nam', administrator: 'Vũ Thị Lan',
} as const satisfies Readonly<Record<Role, string>>;

const patienceMs = 60_000;
export const narrow: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

interface Where {
  readonly record: RecordStore;
  readonly now: () => number;
  readonly address: string;
  readonly browser: Browser;
}

export function createPeople({ record, now, address, browser }: Where): People {
  const problems: string[] = [];
  const known = new Map<string, Promise<Person>>();
  const open = async (login: string, window: BrowserContextOptions): Promise<Person> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: address, locale: 'vi-VN', ...window });
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    listen(page, login, problems);
    const go = async (path: string): Promise<number> => (await page.goto(path))?.status() ?? 0;
    await signIn(page, login, go);
    return { login, page, context, go };
  };
  const arrive = async (role: Role, unit: string, window: BrowserContextOptions): Promise<Person> => {
    const login = `e2e.${role}.${unit}.${known.size}`;
    const { account } = await makeAccount({ login, name: names[role], unit, roles: [role], password }, now());
    await record.write((tx) => tx.accounts.insert(account));
    return open(login, window);
  };
  return {
    problems,
    person(role, unit, window = {}) {
      const key = JSON.stringify([role, unit, window]);
      const person = known.get(key) ?? arrive(role, unit, window);
      known.set(key, person);
      return person;
    },
    again: ({ login }, window = {}) => open(login, window),
  };
}

async function signIn(page: Page, login: string, go: Person['go']): Promise<void> {
  await go('/sign-in');
  await typeIn(page, login);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Fills in the sign-in form of the page that is open. */
export async function typeIn(page: Page, login: string): Promise<void> {
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', password);
  await page.click('main form button[type=submit]');
}

/** A page that answers 422 is an answer, not a problem; a script, style or font that is not there is one. */
function listen(page: Page, login: string, problems: string[]): void {
  const tell = (what: string): void => void problems.push(`${login} at ${page.url()}: ${what}`);
  page.on('pageerror', (error) => tell(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) tell(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') tell(`${response.url()} answered ${response.status()}`);
    if (response.status() >= 500) tell(`${response.url()} answered ${response.status()}`);
  });
}
