import { aPdf } from '../../support/files.ts';
import type { Person } from './people.ts';

export interface LaunchByClicking {
  readonly planId: string;
  readonly key: string;
  readonly units: readonly string[];
  /** What is typed on the page of the dates, by the names of its fields. */
  readonly dates: Readonly<Record<string, string>>;
  /** The year is rehearsed in so many minutes. */
  readonly minutes: number;
  readonly guidance: string;
  /** Name of a file that goes with the guidance. */
  readonly file: string;
}

/** Prepares a launch page by page, as the secretariat would, up to its preview; answers the address of the draft. */
export async function prepareLaunch({ page, go }: Person, { planId, key, units, dates, minutes, guidance, file }: LaunchByClicking): Promise<string> {
  const next = async (step: string): Promise<void> => {
    await page.click('main form button[name=button][value=next]');
    await page.waitForURL(`**/${step}`);
  };
  await go('/cycles');
  await page.click('main a[href="/cycles/new"]');
  await page.check(`input[name=planId][value="${planId}"]`);
  await page.fill('#key', key);
  await page.click('main form button[type=submit]');
  await page.waitForURL('**/units');
  for (const code of await page.evaluate<string[]>('[...document.querySelectorAll("input[name=unit]:checked")].map(({ value }) => value)')) {
    if (!units.includes(code)) await page.uncheck(`input[name=unit][value="${code}"]`);
  }
  await next('dates');
  await page.check('input[name=kind][value=rehearsal]');
  for (const [field, value] of Object.entries({ minutes: String(minutes), ...dates })) await page.fill(`[id="${field}"]`, value);
  await next('roles');
  await next('guidance');
  await page.fill('#guidance', guidance);
  await page.setInputFiles('#file', { name: file, mimeType: 'application/pdf', buffer: aPdf(file) });
  await page.click('main form button[formaction$="/guidance/files"]');
  await page.waitForSelector('main a[download]');
  await next('reminders');
  await next('preview');
  return new URL(page.url()).pathname.replace(/\/preview$/, '');
}

/** Presses the button of the preview that does so much with the launch, and waits for what follows. */
export async function pressAtPreview({ page, go }: Person, draft: string, act: 'propose' | 'launch'): Promise<void> {
  await go(`${draft}/preview`);
  await page.click(`main form[action="${draft}/${act}"] button[type=submit]`);
  await page.waitForSelector('.govuk-notification-banner');
}
