import { z } from 'zod';
import { hits, search, type Hits } from '../../../api/use-cases/searching.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { finds } from '../../../domain/search-key.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { highlight } from '../../view/highlight.ts';
import { placesOf } from './places.ts';

const query = z.object({ q: z.string().max(200).default('').catch('') });

/** One line of what was found: where it leads, the words, and what stands beside them. */
interface Line {
  readonly href: string;
  readonly text: string;
  readonly note?: string;
  /** Other places of the same thing. */
  readonly more?: readonly { readonly href: string; readonly text: string }[];
}

interface Group {
  readonly name: string;
  readonly found: Hits<Line>;
  /** The page that lists all of the kind, searched where it can be. */
  readonly all?: string;
}

const lines = <Hit>({ items, total }: Hits<Hit>, line: (hit: Hit) => Line): Hits<Line> => ({ items: items.map(line), total });

async function groupsOf({ desk, kit, caller, language, t }: Visit, q: string): Promise<readonly Group[]> {
  const { units, targets, cycles, plans } = await search(desk, caller, q);
  const titleOf = ({ title, rehearsal }: { title: string; rehearsal: boolean }): string => (rehearsal ? `${title} (${t('frame.rehearsalShort')})` : title);
  const open = new Set(targets.items.map(({ cycle }) => cycle.id));
  const seesFigures = isAllowed(caller.actor, 'compliance.read');
  const isHit = finds(q);
  const rules = isAllowed(caller.actor, 'rule.list') ? kit.rules().filter(({ id, title }) => isHit(`${id} ${title[language]}`)) : [];
  return [
    { name: 'units', all: paths.units({ q }), found: lines(units, ({ unit, name, cycles: within }) => ({ href: paths.unit(unit), text: name, note: unit, more: within.map((cycle) => ({ href: paths.story(cycle.id, unit), text: titleOf(cycle) })) })) },
    { name: 'targets', found: lines(targets, ({ target, name, code, plan, cycle }) => ({ href: seesFigures ? paths.targetTrend(cycle.id, target) : `${paths.plan(plan)}#${target}`, text: name, note: open.size > 1 ? `${code} – ${titleOf(cycle)}` : code })) },
    { name: 'cycles', all: paths.cycles(), found: lines(cycles, (cycle) => ({ href: paths.cycle(cycle.id), text: titleOf(cycle), note: cycle.id })) },
    { name: 'plans', all: paths.plans(), found: lines(plans, ({ id, title, year }) => ({ href: paths.plan(id), text: title, note: String(year) })) },
    { name: 'rules', all: paths.rules({ q }), found: lines(hits(rules), ({ id, title }) => ({ href: paths.rule(id), text: title[language], note: id })) },
    { name: 'pages', found: hits(placesOf(caller.actor, cycles.items[0]?.id, t).filter(({ text }) => isHit(text))) },
  ];
}

async function show(visit: Visit<unknown, z.output<typeof query>>): Promise<View> {
  const { t } = visit;
  const q = visit.query.q.trim();
  const groups = (await groupsOf(visit, q)).filter(({ found }) => found.total > 0);
  const total = groups.reduce((sum, { found }) => sum + found.total, 0);
  return {
    template: 'search/search.njk', title: t('search.title'), lead: q === '' ? t('search.ask') : t('search.lead', { count: total, q }), help: 'search.help',
    model: {
      q, isEmpty: total === 0,
      groups: groups.map(({ name, found, all }) => ({
        name, total: found.total, title: t(`search.group.${name}`, { count: found.total }), all: found.total > found.items.length ? all : undefined,
        items: found.items.map((line) => ({ ...line, text: highlight(line.text, q) })),
      })),
    },
  };
}

export const searchPage = page({ name: 'search', path: '/search', action: 'self.read', query, show });
