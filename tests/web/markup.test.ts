import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aspects } from '../../domain/plan.ts';
import { planDutyId } from '../../domain/ids.ts';
import { aFullRecord, stages, type FullRecord } from '../support/a-full-record.ts';
import { parts, plan, planOfUnit, reportOfUnit, unit } from '../support/api.ts';
import { endedRehearsals } from '../support/ended-rehearsals.ts';
import { homes, pageAddresses, type PageAddress } from '../support/page-addresses.ts';
import { openTestPages, type TestPages } from '../support/pages.ts';

/** What would come alive in a page that does not escape it, in the text, in an attribute, in a script or in a template. */
const markup = '<img src=x onerror=alert(1)>"\'&{{7*7}}';

let pages: TestPages;
let full: FullRecord;
let addresses: readonly PageAddress[];

/** Every text of a content that its author types freely. */
function marked<Value>(value: Value, key = ''): Value {
  if (Array.isArray(value)) return value.map((each) => marked(each as unknown, key)) as Value;
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each as unknown, name)])) as Value;
  return (typeof value === 'string' && free.has(key) ? `${value} ${markup}` : value) as Value;
}
const free = new Set(['symbol', 'words', 'output', 'name', 'comment', 'purpose', 'solutions', 'organisation', 'assessment', 'difficulties', 'proposals', 'evidence']);

beforeAll(async () => {
  pages = await openTestPages({ rehearsals: endedRehearsals });
  full = await aFullRecord(pages);
  const { prepared, reported } = full;
  const send = async (role: keyof typeof homes, path: string, body: unknown, of: string = homes[role]): Promise<void> => {
    const answer = await (await pages.as(role, of)).post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 1500)}`);
  };
  const hashOf = async (of: string): Promise<string> => (await pages.record.read.duties.find(planDutyId(prepared.cycle, of)))?.contentHash ?? '';
  const place = (of: string): string => `/cycles/${prepared.cycle}/plans/${of}`;
  const own = marked(planOfUnit(unit));
  await (await pages.as('agency', unit)).put(`${place(unit)}/draft`, { content: own }, 0);
  await (await pages.as('agency', unit)).put(`${reported.report('Q2', unit)}/draft`, { content: marked(reportOfUnit('Q2', undefined, unit)) }, 0);
  await send('agency', `${place('vp-ubnd')}/submissions`, { content: marked(planOfUnit('vp-ubnd')) }, 'vp-ubnd');
  await prepared.startAppraisal('vp-ubnd');
  for (const aspect of aspects) await send('appraiser', `${place('vp-ubnd')}/opinions/${aspect}`, { answer: 'disagree', reason: markup, contentHash: await hashOf('vp-ubnd') }, parts.appraisers[aspect]);
  await prepared.system(planDutyId(prepared.cycle, 'vp-ubnd'), 'requestConclusion');
  await send('appraiser', `${place('vp-ubnd')}/conclusion`, { answer: 'return', reason: markup, pinned: [{ pointer: '/tasks/0', text: markup }], contentHash: await hashOf('vp-ubnd') }, parts.leadAppraiser);
  await send('secretariat', `/cycles/${prepared.cycle}/pause`, { reason: markup });
  await send('secretariat', `/cycles/${prepared.cycle}/resume`, { reason: markup });
  await send('committee', `/cycles/${reported.cycle}/directives`, { text: markup, unit, due: '2022-08-31' });
  await send('administrator', '/accounts', { login: 'ke-danh-may', name: markup, unit, roles: ['agency'] });
  addresses = await pageAddresses(pages, full);
});
afterAll(() => pages.close());

/** Acts that would take the year or somebody's account away from the pages that follow. */
const farReaching = /\/(sign-out|end|cancel|lock|password|retirement|withdraw)$/;

/** Typed markup that reached the page unescaped: a tag with its handler, or the outcome of a template. */
const alive = (text: string): readonly string[] => [...text.matchAll(/.{0,80}<img src=x.{0,40}/g), ...text.matchAll(/onerror=alert\(1\)>"'&(?!amp;).{0,20}|"'&49/g)].map(([where]) => where);

describe('markup that was typed into every text stays text', () => {
  it('on every page, where it is shown, and in forms that are shown again', async () => {
    expect([`<p>${markup}</p>`, `<input value="${markup.replaceAll('<', '&lt;')}">`, markup.replace('{{7*7}}', '49')].map((text) => alive(text).length > 0)).toEqual([true, true, true]);
    const found: string[] = [];
    let shown = 0;
    const look = (path: string, text: string): void => {
      if (text.includes('onerror=alert(1)')) shown += 1;
      found.push(...alive(text).map((each) => `${path}: ${each}`));
    };
    for (const { path, role, unit: of } of [...addresses, ...more()]) {
      const visitor = await pages.visitor(role, of);
      const page = await visitor.get(path);
      look(path, page.text);
      for (const form of page.$('form[method=post]').toArray()) {
        const action = page.$(form).attr('action') ?? path;
        if (farReaching.test(action)) continue;
        const names = page.$(form).find('input, textarea, select').toArray().map((each) => page.$(each).attr('name') ?? '').filter((name) => name !== '' && !name.startsWith('_'));
        const refused = await visitor.post(action, { _csrf: visitor.csrf(), _key: `khoa-${shown}-${names.length}`, ...Object.fromEntries(names.map((name) => [name, markup])) });
        look(`${path} → ${action}`, refused.text);
      }
      look(`${path}?q=`, (await visitor.get(`${path}?q=${encodeURIComponent(markup)}&sort=${encodeURIComponent(markup)}`)).text);
    }
    expect(found).toEqual([]);
    expect(shown).toBeGreaterThan(30);
  });
});

/** Pages about the unit whose plan came back, beside those that the table names. */
function more(): readonly PageAddress[] {
  const address = (path: string, role: PageAddress['role'], of: string): PageAddress => ({ pattern: path, path, role, unit: of });
  const place = `/cycles/${full.prepared.cycle}/plans/vp-ubnd`;
  return [
    address(place, 'secretariat', parts.secretariat), address(place, 'agency', 'vp-ubnd'), address(`${place}/versions/1`, 'secretariat', parts.secretariat), address(`${place}/draft/tasks`, 'agency', 'vp-ubnd'),
    address(`/cycles/${full.prepared.cycle}/units/vp-ubnd`, 'secretariat', parts.secretariat), address(`/cycles/${full.reported.cycle}/directives`, 'committee', parts.committee),
    address(`/plans/${plan.id}`, 'secretariat', parts.secretariat), address(`/cycles/${full.prepared.cycle}/plans/${stages.draft}/draft/review`, 'agency', stages.draft), address('/admin/accounts', 'administrator', homes.administrator),
  ];
}
