import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { atTime } from '../domain/plain-date.ts';
import type { Role } from '../domain/roles.ts';
import { aFullRecord, stages } from '../tests/support/a-full-record.ts';
import { parts, plan, planOfUnit, start } from '../tests/support/api.ts';
import { openSite } from '../tests/e2e/support/site.ts';

/** `npm run screenshots`: the pictures of the README, from a seeded year of Gia Lai 2022, into docs/pictures. */
const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const most = 200_000;
mkdirSync(folder, { recursive: true });

interface Picture {
  readonly role: Role;
  readonly unit: string;
  readonly path: string;
  readonly height: number;
}

const site = await openSite();

async function take(name: string, { role, unit, path, height }: Picture): Promise<void> {
  const person = await site.person(role, unit);
  const { page } = person;
  await page.setViewportSize({ width: 1280, height });
  const status = await person.go(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  await page.evaluate('document.fonts.ready');
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(file);
  if (size > most) throw new Error(`${relative(process.cwd(), file)} has ${size} bytes; at most ${most} are wanted`);
  process.stdout.write(`${relative(process.cwd(), file)} ${Math.round(size / 1000)} kB\n`);
}

// A fortnight before the year begins: its launch has got as far as its dates.
site.pages.clock.now = atTime('2021-09-20', '09:00');
const secretary = await site.pages.visitor('secretariat', parts.secretariat);
await secretary.get('/cycles/new');
const { location } = await secretary.post('/cycles/new', { _csrf: secretary.csrf(), _key: 'khoa-chup-anh', planId: plan.id, key: 'minh-hoa' });
await take('launch', { role: 'secretariat', unit: parts.secretariat, path: `${location.split('/').slice(0, 4).join('/')}/dates`, height: 860 });
site.pages.clock.now = start;

const { prepared, reported } = await aFullRecord(site.pages, { everyone: true, upTo: 'Q4' });
const end = site.pages.clock.now;
site.pages.clock.now = start;
// A draft whose total is wrong.
const content = planOfUnit(stages.draft);
const writer = await site.pages.as('agency', stages.draft);
await site.pages.record.write((tx) => tx.accounts.update(writer.id, { name: 'Hoàng Thị Mai' }));
await writer.put(`/cycles/${prepared.cycle}/plans/${stages.draft}/draft`, { content: { ...content, budgetTotal: (content.budgetTotal ?? 0) + 1_000_000 } }, 0);

const pictures: Readonly<Record<string, Picture>> = {
  checklist: { role: 'agency', unit: 'so-nv', path: `/cycles/${prepared.cycle}/checklist`, height: 640 },
  form: { role: 'agency', unit: stages.draft, path: `/cycles/${prepared.cycle}/plans/${stages.draft}/draft/budget?check=yes`, height: 860 },
  appraisal: { role: 'appraiser', unit: parts.appraisers.investment, path: `/cycles/${prepared.cycle}/plans/${stages.appraised}/opinions/investment`, height: 860 },
  'heat-map': { role: 'committee', unit: parts.committee, path: `/cycles/${reported.cycle}/compliance?quarter=Q4&level=department`, height: 760 },
  ranking: { role: 'committee', unit: parts.committee, path: `/cycles/${reported.cycle}/ranking?quarter=Q4`, height: 860 },
};

for (const [name, picture] of Object.entries(pictures)) {
  site.pages.clock.now = picture.role === 'committee' ? end : start;
  await take(name, picture);
}
if (site.problems.length > 0) throw new Error(site.problems.join('\n'));
await site.close();
process.exit(0);
