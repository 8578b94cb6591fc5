import { readAttention } from '../../../api/use-cases/attention.ts';
import { listDirectives } from '../../../api/use-cases/directives.ts';
import type { Attention, Laggard } from '../../../domain/compliance/attention.ts';
import type { ComplianceReport } from '../../../domain/compliance/report.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { quarters, type Plan } from '../../../domain/plan.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { targetName } from './figure.ts';

interface Link {
  readonly text: string;
  readonly href: string;
}

/** A unit or target that lags: how far, since when, what was decided about it, and where to decide. */
interface AttentionRow extends Link {
  readonly share: string;
  readonly since: string;
  readonly directives: readonly Link[];
  readonly decide: string | undefined;
}

export interface AttentionView {
  readonly units: readonly AttentionRow[];
  readonly targets: readonly AttentionRow[];
  readonly silent: { readonly count: number; readonly groups: readonly SilentGroup[] };
}

/** Units that have sent nothing since the same quarter, those beyond a few behind a link. */
interface SilentGroup {
  readonly since: string;
  readonly units: readonly Link[];
  readonly more: Link | undefined;
}

const namesOfGroup = 8;

/** What the committee asks first, before the table of everything: who is behind, on what, since when, and what has been decided. */
export async function attentionIn(visit: Pick<Visit, 'desk' | 'caller' | 't' | 'language'>, cycle: Cycle, plan: Plan, report: ComplianceReport, most: number): Promise<AttentionView> {
  const { desk, caller, t, language } = visit;
  const [found, units, open] = await Promise.all([readAttention(desk, cycle, report, most), desk.registers.units(), listDirectives(desk, caller, { cycle: cycle.id, show: 'open' })]);
  const format = formats(language);
  const { quarter } = report;
  const isFirst = plan.calendar.periods[0]?.quarter === quarter;
  const decide = (wish: { readonly unit?: string; readonly target?: string }): string | undefined => (isAllowed(caller.actor, 'directive.write') ? paths.newDirective(cycle.id, { quarter, ...wish }) : undefined);
  const lasting = (since: Laggard['since']): string => since.map(({ quarter: from, count }) =>
    t(`committee.attention.${from === quarter && !isFirst ? 'fresh' : 'since'}${since.length === 1 ? 'All' : ''}`, { count: format.number(count), quarter: t(`quarters.${from}`) })).join(', ');
  const row = ({ weak, of, since }: Laggard, kind: 'units' | 'targets', link: Link, isAbout: (directive: (typeof open)[number]) => boolean, wish: { readonly unit?: string; readonly target?: string }): AttentionRow => ({
    ...link, decide: decide(wish),
    share: t(`committee.attention.${kind}`, { weak: format.number(weak), of: format.number(of) }), since: lasting(since),
    directives: open.filter(isAbout).map(({ number, due, id }) => ({ text: t('committee.attention.directive', { number, due: format.date(due) }), href: paths.directive(cycle.id, id) })),
  });
  const named = (unit: string): Link => ({ text: units.get(unit)?.name ?? unit, href: paths.unitTrend(cycle.id, unit) });
  const silentGroups = (silent: Attention['silent']): readonly SilentGroup[] => quarters.filter((since) => silent.some((each) => each.since === since)).map((since) => {
    const group = silent.filter((each) => each.since === since);
    const rest = group.length - namesOfGroup;
    return {
      since: t('committee.attention.silentSince', { quarter: t(`quarters.${since}`) }),
      units: group.slice(0, namesOfGroup).map(({ unit }) => named(unit)),
      more: rest > 0 ? { text: t('committee.attention.more', { count: rest }), href: paths.duties(cycle.id, { kind: 'report', quarter }) } : undefined,
    };
  });
  return {
    units: found.units.map((each) => row(each, 'units', named(each.id), ({ unit }) => unit === each.id, { unit: each.id })),
    targets: found.targets.map((each) => {
      const target = plan.targets.find(({ id }) => id === each.id);
      return row(each, 'targets', { text: target ? targetName(target, language) : each.id, href: paths.targetTrend(cycle.id, each.id) }, (directive) => directive.target === each.id, { target: each.id });
    }),
    silent: { count: found.silent.length, groups: silentGroups(found.silent) },
  };
}
