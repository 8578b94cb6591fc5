import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Role } from '../domain/roles.ts';
import { aFullRecord, stages } from '../tests/support/a-full-record.ts';
import { parts, plan, planOfUnit } from '../tests/support/api.ts';
import { openSite } from '../tests/e2e/support/site.ts';

/** `npm run screenshots`: the pictures of the README, from a seeded year of Gia Lai 2022, into docs/pictures. */
const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const most = 200_000;
mkdirSync(folder, { recursive: true });

const site = await openSite();
const { prepared, reported } = await aFullRecord(site.pages, { everyone: true, upTo: 'Q3' });

/** A draft whose total is wrong, and a launch that has got as far as its dates. */
const content = planOfUnit(stages.draft);
await (await site.pages.as('agency', stages.draft)).put(`/cycles/${prepared.cycle}/plans/${stages.draft}/draft`, { content: { ...content, budgetTotal: (content.budgetTotal ?? 0) + 1_000_000 } }, 0);
const secretary = await site.pages.visitor('secretariat', parts.secretariat);
await secretary.get('/cycles/new');
const { location } = await secretary.post('/cycles/new', { _csrf: secretary.csrf(), _key: 'khoa-chup-anh', planId: plan.id, key: 'minh-hoa' });
const launch = location.split('/').slice(0, 4).join('/');

interface Picture {
  readonly role: Role;
  readonly unit: string;
  readonly path: string;
  readonly height: number;
}

const pictures: Readonly<Record<string, Picture>> = {
  launch: { role: 'secretariat', unit: parts.secretariat, path: `${launch}/dates`, height: 860 },
  checklist: { role: 'agency', unit: 'so-nv', path: `/cycles/${reported.cycle}/checklist`, height: 640 },
  form: { role: 'agency', unit: stages.draft, path: `/cycles/${prepared.cycle}/plans/${stages.draft}/draft/budget?check=yes`, height: 860 },
  appraisal: { role: 'appraiser', unit: parts.appraisers.investment, path: `/cycles/${prepared.cycle}/plans/${stages.appraised}/opinions/investment`, height: 860 },
  'heat-map': { role: 'committee', unit: parts.committee, path: `/cycles/${reported.cycle}/compliance?quarter=Q3`, height: 680 },
  ranking: { role: 'committee', unit: parts.committee, path: `/cycles/${reported.cycle}/ranking?quarter=Q3`, height: 860 },
};

for (const [name, { role, unit, path, height }] of Object.entries(pictures)) {
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
if (site.problems.length > 0) throw new Error(site.problems.join('\n'));
await site.close();
process.exit(0);
