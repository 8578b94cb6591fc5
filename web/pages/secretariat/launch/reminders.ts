import { z } from 'zod';
import { ladder } from '../../../../api/contracts/cycle.ts';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import { ladderKinds as kinds, rungAudiences as audiences } from '../../../../domain/cycle.ts';
import type { Fields } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

/** Empty rows below each ladder, for rungs to be added. */
const spare = 2;

const listOf = (fields: Fields, name: string): readonly string[] => [fields[name] ?? []].flat();

/** The ladder of each kind of duty, a row per rung; a row whose days are emptied goes. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const { t, filled } = visit;
  const draft = await readDraft(visit);
  const ladders = kinds.map((kind) => {
    const days = listOf(filled.values, `${kind}.days`);
    const kept = days.length > 0
      ? days.map((typed, index) => ({ days: typed, to: listOf(filled.values, `${kind}.to`)[index] ?? 'unit' }))
      : [...draft.content.ladder[kind].map((rung) => ({ days: String(rung.days), to: rung.to })), ...Array.from({ length: spare }, () => ({ days: '', to: 'unit' }))];
    return { kind, rungs: kept.map((rung, index) => ({ ...rung, index, says: saysOf(rung.days, t) })) };
  });
  return stepView({ draft, step: 'reminders', lead: t('launch.reminders.lead'), model: { ladders, audiences: audiences.map((value) => ({ value, text: t(`launch.reminders.to.${value}`) })) } }, visit);
}

/** `5 ngày làm việc trước hạn`. */
function saysOf(typed: string, t: Visit['t']): string {
  const days = Number(typed);
  if (typed.trim() === '' || !Number.isInteger(days)) return '';
  return days === 0 ? t('launch.reminders.on') : t(days < 0 ? 'launch.reminders.before' : 'launch.reminders.after', { count: Math.abs(days) });
}

/** Typed rows, in the order of their days; empty ones left out. A minus sign may be a dash. */
const read = (fields: Fields): unknown => ({
  version: versionOf(fields),
  ladder: Object.fromEntries(kinds.map((kind) => {
    const to = listOf(fields, `${kind}.to`);
    return [kind, listOf(fields, `${kind}.days`).flatMap((typed, index) => (typed.trim() === '' ? [] : [{ days: Number(typed.trim().replace(/^[–−]/, '-')), to: to[index] }]))];
  })),
});

export const remindersPage = page({ name: 'launchReminders', path: '/cycles/new/:draft/reminders', action: 'cycle.launch', params: byDraft, show });
export const remindersAct = act({
  name: 'saveLaunchReminders', path: '/cycles/new/:draft/reminders', action: 'cycle.launch', params: byDraft, quiet: true, form: z.object({ version, ladder }), read,
  run: ({ desk, caller, params }, { version: expected, ladder: given }) => saveLaunch(desk, caller, { id: params.draft, version: expected, changes: { ladder: given } }),
  then: (_, { params }) => ({ to: paths.launchStep(params.draft, nextStep('reminders')) }),
  again: show,
  fieldOf: (pointer) => pointer.split('/').slice(2, 4).join('.'),
});
