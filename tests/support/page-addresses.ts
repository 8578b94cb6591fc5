import { applicableTargets } from '../../domain/applies.ts';
import { permissions, type Scope } from '../../domain/permissions.ts';
import { roles, type Role } from '../../domain/roles.ts';
import { loadUnits } from '../../plans/load.ts';
import { pages as table } from '../../web/pages/all.ts';
import type { AnyPage, Page } from '../../web/http/page.ts';
import { stages, type FullRecord } from './a-full-record.ts';
import { parts, plan, unit, type TestApi } from './api.ts';
import type { TestPages, Visitor } from './pages.ts';

/** A page of the table at an address where it has something to show, and somebody who may see it. */
export interface PageAddress {
  readonly pattern: string;
  readonly path: string;
  readonly role: Role;
  readonly unit: string;
}

/** Where each role is at home. */
export const homes = {
  secretariat: parts.secretariat, agency: unit, appraiser: parts.appraisers.investment, approver: parts.approver, committee: parts.committee, administrator: unit,
} as const satisfies Readonly<Record<Role, string>>;

const registered = loadUnits('gia-lai').get(unit);
const firstTarget = registered ? applicableTargets(plan, registered)[0]?.id ?? '' : '';

type Values = Readonly<Record<string, string | readonly string[]>>;

/** What stands for the parameters of an address; where several patterns begin an address, the later one decides. */
async function valuesOf(api: TestPages, { reported, prepared }: FullRecord): Promise<readonly (readonly [start: string, values: Values])[]> {
  const [account] = await api.record.read.accounts.list();
  const cycle = reported.cycle;
  const secretary = await api.visitor('secretariat', parts.secretariat);
  await secretary.get('/cycles/new');
  const { location } = await secretary.post('/cycles/new', { _csrf: secretary.csrf(), _key: 'khoa-khoi-dong', planId: plan.id, key: 'sap-toi' });
  const begun = await secretary.post('/plan-drafts/new', { _csrf: secretary.csrf(), _key: 'khoa-du-thao', plan: 'gia-lai-2023', title: 'Kế hoạch năm 2023', year: '2023', base: plan.id });
  return [
    ['/', { cycle, unit, quarter: 'Q2', number: '1', target: firstTarget, section: ['general', 'targets', 'tasks', 'budget', 'narrative'], aspect: 'investment' }],
    ['/cycles/new/', { draft: location.split('/')[3] ?? '' }],
    // Of `endedRehearsals`, which these pages are opened with.
    ['/admin/rehearsals/', { id: cycle }],
    ['/admin/accounts/', { id: account?.id ?? '' }],
    ['/admin/deliveries/', { id: String((await api.record.read.deliveries.list({}, { limit: 1 })).items[0]?.id ?? '') }],
    ['/admin/mail-texts/', { key: ['reminder.plan', 'digest'] }],
    ['/admin/rung-texts/', { key: await rungTextOf(secretary) }],
    ['/admin/webhooks/', { id: await webhookOf(api) }],
    ['/cycles/:cycle/directives/', { id: await directiveOf(api, cycle) }],
    ['/cycles/:cycle/quarters/', { quarter: ['Q1', 'Q2'] }],
    ['/cycles/:cycle/plans/', { cycle: prepared.cycle }],
    ['/cycles/:cycle/plans/:unit/versions', { unit: stages.appraised }],
    ['/cycles/:cycle/plans/:unit/withdraw', { unit: stages.submitted }],
    ['/cycles/:cycle/plans/:unit/opinions', { unit: stages.appraised }],
    ['/cycles/:cycle/plans/:unit/conclusion', { unit: stages.concluded }],
    ['/cycles/:cycle/plans/:unit/decision', { unit: stages.decided }],
    ['/cycles/:cycle/queue', { cycle: prepared.cycle }],
    ['/plan-drafts/', { draft: begun.location.split('/')[2] ?? '', part: 'targets', entry: firstTarget, table: plan.tables[0]?.id ?? '', row: plan.tables[0]?.rows[0]?.id ?? '' }],
    ['/plans/', { id: plan.id }],
    ['/registers/calendar/', { date: '2022-09-01' }],
    ['/registers/rules/', { id: (await ruleIds(api))[0] ?? '' }],
  ];
}

async function rungTextOf(secretary: Visitor): Promise<string> {
  const words = { 'vi-subject': 'Khẩn: {{unit}} nộp {{what}} chậm nhất {{due}}', 'vi-body': 'Đề nghị cử người trực.', 'en-subject': 'Urgent: {{what}} of {{unit}} by {{due}}', 'en-body': '' };
  const { location } = await secretary.post('/admin/new-rung-text', { _csrf: secretary.csrf(), _key: 'khoa-loi-rieng', name: 'Nhắc khẩn', version: '0', ...words, confirmed: 'yes' });
  return location.split('/')[3] ?? '';
}

async function directiveOf(api: TestApi, cycle: string): Promise<string> {
  const committee = await api.as('committee', parts.committee);
  const { body } = await committee.post(`/cycles/${cycle}/directives`, { text: 'Rà soát các chỉ tiêu chưa đạt', unit, due: '2022-08-31', quarter: 'Q1' });
  return (body as { directive: { id: string } }).directive.id;
}

async function webhookOf(api: TestApi): Promise<string> {
  const { body } = await (await api.as('administrator', unit)).post('/webhooks', { name: 'Trục liên thông', url: 'https://truc.gialai.example/hook', events: ['plan.approved'] });
  return (body as { id: string }).id;
}

async function ruleIds(api: TestApi): Promise<readonly string[]> {
  const { body } = await (await api.as('administrator', unit)).get('/rules');
  return (body as { items: readonly { id: string }[] }).items.map(({ id }) => id);
}

/** Neither files nor parts of pages, which scripts ask for. */
const isWhole = ({ path }: AnyPage): boolean => !/\.\w+$|\/findings$|\/files\/:file$/.test(path);

/** Patterns of the whole pages, known before there is a record. */
export const wholePages: readonly Page[] = table.filter((each): each is Page => each.kind === 'page' && isWhole(each));

/** Every whole page of the table. A parameter that `valuesOf` has nothing for stays in the address, where no page will be. */
export async function pageAddresses(api: TestPages, record: FullRecord): Promise<readonly PageAddress[]> {
  const values = await valuesOf(api, record);
  return wholePages.flatMap((page) => {
    const known: Values = Object.assign({}, ...values.filter(([start]) => page.path.startsWith(start)).map(([, each]) => each)) as Values;
    const role = roleFor(page);
    return pathsOf(page.path, known).map((path) => ({ pattern: page.path, path, role, unit: homeFor(page, role, known) }));
  });
}

function pathsOf(pattern: string, values: Values): readonly string[] {
  return (pattern.match(/:\w+/g) ?? []).reduce<readonly string[]>((paths, parameter) => {
    const value = values[parameter.slice(1)];
    return value === undefined ? paths : paths.flatMap((path) => [value].flat().map((each) => path.replace(parameter, encodeURIComponent(each))));
  }, [pattern]);
}

/** The first role that the permission table grants it to. */
function roleFor({ action, path }: Page): Role {
  const grants = permissions[action] as Readonly<Partial<Record<Role, Scope>>>;
  const role = roles.find((each) => grants[each] !== undefined);
  if (!role) throw new Error(`Nobody may see ${path}`);
  return role;
}

/** Parts in a cycle belong to units of their own; an agency sees its own unit only. */
function homeFor({ action, path }: Page, role: Role, { unit: of }: Values): string {
  if (action === 'plan.conclude') return parts.leadAppraiser;
  return role === 'agency' && path.includes(':unit') && typeof of === 'string' ? of : homes[role];
}
