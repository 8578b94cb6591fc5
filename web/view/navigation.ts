import { listScope, type Action } from '../../domain/permissions.ts';
import type { Person } from '../../api/use-cases/caller.ts';
import { paths } from '../paths.ts';
import type { Translate } from './translate.ts';

/** A place of the navigation: shown to those whose roles may go there. */
interface Place {
  readonly name: string;
  /** Any of them opens the place. */
  readonly action: Action | readonly Action[];
  readonly href: (cycle: string) => string;
  /** Other addresses whose pages belong to the place. */
  readonly also?: (cycle: string) => readonly string[];
  /** Only for those who see more than their own unit. */
  readonly isWide?: boolean;
}

/** What everybody finds on the left, whatever page they are on. */
const general: readonly Place[] = [
  { name: 'work', action: 'self.read', href: () => paths.work(), also: () => [paths.home()] },
  { name: 'cycles', action: 'cycle.list', href: () => paths.cycles() },
  { name: 'plans', action: 'plandoc.list', href: () => paths.plans(), also: () => [paths.planDrafts()] },
  { name: 'registers', action: 'unit.list', href: () => paths.registers() },
];

/** What administrators look after. */
const administration: readonly Place[] = [
  { name: 'accounts', action: 'account.list', href: () => paths.accounts() },
  { name: 'audit', action: 'audit.read', href: () => paths.audit() },
  { name: 'deliveries', action: 'delivery.read', href: () => paths.deliveries() },
  { name: 'mailTexts', action: 'mailText.read', href: () => paths.mailTexts() },
  { name: 'system', action: 'system.read', href: () => paths.system() },
  { name: 'webhooks', action: 'webhook.read', href: () => paths.webhooks() },
  { name: 'rehearsals', action: 'rehearsal.run', href: () => paths.rehearsals() },
];

/** Pages of plans and reports themselves. */
const dutyPages = (cycle: string): readonly string[] => [`${paths.cycle(cycle)}/plans`, `${paths.cycle(cycle)}/reports`];

/** What belongs to the cycle the page is about. */
const inCycle: readonly Place[] = [
  { name: 'cycle', action: 'cycle.read', href: (cycle) => paths.cycle(cycle) },
  { name: 'checklist', action: 'draft.read', href: (cycle) => paths.checklist(cycle), also: dutyPages },
  { name: 'queue', action: ['plan.giveOpinion', 'plan.conclude', 'plan.decide'], href: (cycle) => paths.queue(cycle), also: dutyPages },
  { name: 'duties', action: 'duty.list', href: (cycle) => paths.duties(cycle), also: dutyPages, isWide: true },
  { name: 'members', action: 'cycle.read', href: (cycle) => paths.members(cycle) },
  { name: 'waivers', action: 'waiver.list', href: (cycle) => paths.waivers(cycle) },
  { name: 'compliance', action: 'compliance.read', href: (cycle) => paths.compliance(cycle), also: (cycle) => [`${paths.cycle(cycle)}/trends`] },
  { name: 'ranking', action: 'compliance.read', href: (cycle) => paths.ranking(cycle) },
  { name: 'quarters', action: 'compliance.read', href: (cycle) => paths.quarters(cycle) },
  { name: 'directives', action: 'directive.read', href: (cycle) => paths.directives(cycle) },
];

export interface NavigationGroup {
  readonly title: string | undefined;
  readonly items: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
}

/** The navigation of a person on a page: the longest address that begins the page's own is the current one. */
export function navigationOf(person: Person, url: string, cycle: string | undefined, t: Translate): readonly NavigationGroup[] {
  const path = url.split('?')[0] ?? url;
  const groups = [{ title: undefined, places: general }, ...(cycle === undefined ? [] : [{ title: t('navigation.inCycle'), places: inCycle }]), { title: t('navigation.administration'), places: administration }];
  const shown = groups.map(({ title, places }) => ({ title, items: places.filter((place) => isOpenTo(person, place)).map(({ name, href, also }) => ({ text: t(`navigation.${name}`), href: href(cycle ?? ''), begins: [href(cycle ?? ''), ...(also?.(cycle ?? '') ?? [])] })) }));
  const current = shown.flatMap(({ items }) => items.flatMap(({ href, begins }) => begins.map((begin) => ({ href, begin })))).filter(({ begin }) => path === begin || path.startsWith(`${begin}/`)).toSorted((a, b) => b.begin.length - a.begin.length)[0]?.href;
  return shown.filter(({ items }) => items.length > 0).map(({ title, items }) => ({ title, items: items.map(({ text, href }) => ({ text, href, isCurrent: href === current })) }));
}

function isOpenTo(person: Person, { action, isWide = false }: Place): boolean {
  const scopes = [action].flat().map((each) => listScope(person, each));
  return isWide ? scopes.includes('any') : scopes.some((scope) => scope !== undefined);
}
