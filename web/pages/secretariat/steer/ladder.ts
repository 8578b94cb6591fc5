import { z } from 'zod';
import { inCycle, reason } from '../../../../api/contracts/common.ts';
import { changeLadder, listLadderChanges, previewLadder, shownAhead, type LadderPreview } from '../../../../api/use-cases/ladder.ts';
import type { RungChange } from '../../../../domain/ladder-change.ts';
import { Refused } from '../../../../domain/refusals.ts';
import { nextCycleState } from '../../../../domain/stages.ts';
import { firstStep, keptOf, one } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { fieldOfLadder, ladderEditor, saysOf } from '../ladder/editor.ts';
import { typedLadder, wayOf } from '../ladder/rungs.ts';

type InCycle = Visit<{ cycle: string }>;

const headOf = async ({ desk, params, t }: InCycle) => {
  const cycle = await desk.registers.cycle(params.cycle);
  return { cycle, crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('ladder.title') }] };
};

/** The ladder as it is, to be edited; below it who changed it before, and why. */
async function show(visit: InCycle): Promise<View> {
  const { desk, t } = visit;
  const { cycle, crumbs } = await headOf(visit);
  const [editor, changes] = await Promise.all([ladderEditor(visit, cycle.settings.ladder), listLadderChanges(desk, cycle.id)]);
  const isOver = nextCycleState(cycle.state, 'changeLadder') === undefined;
  return {
    template: 'secretariat/ladder/page.njk', title: t('ladder.title'), lead: t(isOver ? 'ladder.isOver' : 'ladder.lead', { count: changes.length }), help: 'ladder.help', crumbs, cycle, wide: true,
    model: { ...editor, isOver, readAt: cycle.version, action: paths.ladder(cycle.id), back: paths.cycle(cycle.id), changes: changes.map((each) => ({ ...each, kinds: kindNames(each.kinds, t) })) },
  };
}

const kindNames = (kinds: LadderPreview['changed'], t: Visit['t']): string => kinds.map((kind) => t(`launch.reminders.kinds.${kind}`)).join(', ');

/** What happens when it is confirmed, and which rungs of the next days come, go, or are sent otherwise. */
async function ask(visit: InCycle, ladder: z.output<typeof typedLadder.schema>): Promise<View> {
  const { desk, t, filled, language, params } = visit;
  const { cycle, crumbs } = await headOf(visit);
  const { changed, open, rungs, conclusions } = await previewLadder(desk, { ...params, ladder });
  if (changed.length === 0) throw new Refused('invalid-input', { errors: [{ pointer: '', code: 'ladder-as-it-is' }] });
  const texts = new Map((await desk.record.read.rungTexts.newest()).map(({ key, name }) => [key, name]));
  const row = ({ on, kind, rung, change, matters }: RungChange): readonly string[] => [
    formats(language).day(on), t(`launch.reminders.kinds.${kind}`), `${saysOf(String(rung.days), t)}, ${t(`launch.reminders.to.${rung.to}`)}`, t(`ladder.change.${change}`),
    [t(`launch.reminders.way.${wayOf(rung)}`), rung.text === undefined ? t('launch.reminders.usualText') : (texts.get(rung.text) ?? rung.text)].join(', '), String(matters),
  ];
  const { moved, atOnce } = conclusions;
  return {
    template: 'components/ask.njk', title: t('ladder.ask'), crumbs, cycle, wide: true, lead: t('ladder.askLead', { kinds: kindNames(changed, t) }),
    model: {
      action: paths.ladder(cycle.id), back: paths.ladder(cycle.id), button: t('ladder.act'), kept: keptOf(filled.values), isGrave: atOnce > 0,
      will: [
        t('ladder.will.open', open), t('ladder.will.sent'), t(rungs.length > 0 ? 'ladder.will.rungs' : 'ladder.will.noRungs', { days: shownAhead }),
        ...(moved > 0 ? [t('ladder.will.conclusions', { moved })] : []), ...(atOnce > 0 ? [t('ladder.will.atOnce', { atOnce })] : []), ...(cycle.pausedAt === null ? [] : [t('ladder.will.paused')]),
      ],
      heads: ['on', 'kind', 'rung', 'change', 'manner', 'matters'].map((name) => t(`ladder.column.${name}`)), rows: rungs.map(row),
    },
  };
}

export const ladderPage = page({ name: 'ladder', path: '/cycles/:cycle/ladder', action: 'cycle.changeLadder', params: inCycle, show });
export const ladderAct = act({
  name: 'changeLadder', path: '/cycles/:cycle/ladder', action: 'cycle.changeLadder', params: inCycle, once: true, form: z.object({ ladder: typedLadder.schema, reason, version: z.coerce.number().int().min(1) }),
  read: (fields) => ({ ladder: typedLadder.read(fields), reason: one(fields, 'reason'), version: one(fields, 'version') }),
  ask: (visit, { ladder }) => ask(visit, ladder),
  run: ({ desk, caller, params }, { ladder, reason: why, version }) => changeLadder(desk, caller, { ...params, ladder, reason: why, expected: version }),
  then: (_, { params }) => ({ to: paths.ladder(params.cycle), notice: 'ladder.done' }),
  again: show,
  fieldOf: (pointer) => (pointer.startsWith('/ladder') ? fieldOfLadder(pointer) : firstStep(pointer)),
});
