import { scopeNames, type Scope, type ScopeNames } from '../../../../api/use-cases/pasted-scope.ts';
import { pastedTargets, type PastedRow } from '../../../../api/use-cases/pasted-targets.ts';
import { addTargets } from '../../../../api/use-cases/plan-drafts.ts';
import type { PlanBody } from '../../../../domain/plan-draft.ts';
import { Refused } from '../../../../domain/refusals.ts';
import { languages } from '../../../../domain/text.ts';
import { unitLevels, type Unit } from '../../../../domain/unit.ts';
import { keptOf, one } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { groupWords } from '../../../view/fields.ts';
import { translateTo, type Translate } from '../../../view/translate.ts';
import { asked, boundBy } from '../words.ts';
import { byDraft, draftCrumbs, draftOf } from './place.ts';

type At = Visit<{ draft: string }>;

async function show(visit: At): Promise<View> {
  const { t } = visit;
  const draft = await draftOf(visit);
  const title = t('plans.paste.title');
  return {
    template: 'components/form-page.njk', title, help: 'plans.paste.help', crumbs: draftCrumbs(t, draft, { text: t('plans.parts.targets'), href: paths.draftPart(draft.id, 'targets') }, { text: title }),
    model: { action: paths.pasteTargets(draft.id), back: paths.draftPart(draft.id, 'targets'), button: t('registers.ask.look'), notes: [t('plans.paste.columns'), t('plans.paste.scope', accepted(await visit.desk.registers.units(), t))], fields: [{ kind: 'long', name: 'table', label: t('plans.paste.label'), hint: t('plans.paste.hint'), rows: 12 }] },
  };
}

/** Levels and groups as the pages call them, for sentences that say what is accepted. */
const accepted = (register: ReadonlyMap<string, Unit>, t: Translate) => ({ levels: unitLevels.map((level) => `“${t(`units.level.${level}`)}”`).join(', '), groups: groupsOf(register).filter((group) => t.has(`units.group.${group}`)).map((group) => `“${groupWords(t, group)}”`).join(', ') });

const groupsOf = (register: ReadonlyMap<string, Unit>): readonly string[] => [...new Set([...register.values()].flatMap(({ group }) => group ?? []))];

/** Whom targets may bind, in the words of either language; a level comes before a group of the same name. */
function namesOf(body: PlanBody, register: ReadonlyMap<string, Unit>): ScopeNames {
  const words = languages.map(translateTo).flatMap((t): readonly (readonly [string, Scope])[] => [
    ...groupsOf(register).map((group) => [groupWords(t, group), { group }] as const), ...unitLevels.map((level) => [t(`units.level.${level}`), { levels: [level] }] as const),
  ]);
  return scopeNames(body, register, words);
}

/** What was pasted, row by row; nothing is added while any row has a problem. */
async function rowsOf(visit: At): Promise<readonly PastedRow[]> {
  const { body } = await draftOf(visit);
  const rows = pastedTargets(one(visit.filled.values, 'table'), body, namesOf(body, await visit.desk.registers.units()));
  if (rows.length === 0) throw new Refused('invalid-input', { errors: [{ pointer: '/table', code: 'no-target-rows' }] });
  return rows;
}

export const pastePages = [
  page({ name: 'pasteTargets', path: '/plan-drafts/:draft/pasted-targets', action: 'plandoc.write', params: byDraft, show }),
  act({
    name: 'addPastedTargets', path: '/plan-drafts/:draft/pasted-targets', action: 'plandoc.write', params: byDraft, once: true,
    ask: async (visit) => {
      const { t, language, filled } = visit;
      const [draft, rows, register] = await Promise.all([draftOf(visit), rowsOf(visit), visit.desk.registers.units()]);
      const wrong = rows.filter(({ problems }) => problems.length > 0).length;
      const title = t('plans.paste.title');
      return {
        template: 'components/ask.njk', title, wide: true, crumbs: draftCrumbs(t, draft, { text: title }),
        model: {
          action: paths.pasteTargets(draft.id), back: paths.pasteTargets(draft.id), button: t('plans.paste.act', { count: rows.length }), kept: keptOf(filled.values), isStopped: wrong > 0, isGrave: wrong > 0,
          will: wrong > 0 ? [t('plans.paste.stopped', { count: wrong })] : [t('plans.paste.will', { count: rows.length })],
          heads: ['line', 'code', 'name', 'threshold', 'appliesTo', 'problems'].map((column) => t(`plans.paste.heads.${column}`)),
          rows: rows.map(({ line, target, problems }) => [String(line), target.code, target.name, problems.length > 0 ? '' : asked(target, t, language), problems.length > 0 ? '' : boundBy(target, register, t), problems.map(({ column, value, code }) => t(`plans.paste.problems.${code}`, { column: t(`plans.columns.${column}`), value, ...accepted(register, t) })).join(' ')]),
        },
      };
    },
    run: async (visit, form) => {
      const rows = await rowsOf({ ...visit, filled: { values: form, faults: [] } });
      if (rows.some(({ problems }) => problems.length > 0)) throw new Refused('invalid-input', { errors: [{ pointer: '/table', code: 'rows-with-problems', value: rows.filter(({ problems }) => problems.length > 0).length }] });
      await addTargets(visit.desk, visit.caller, visit.params.draft, rows.map(({ target }) => target));
      return { count: rows.length };
    },
    then: ({ count }, { params }) => ({ to: paths.draftPart(params.draft, 'targets'), notice: 'plans.library.done', figures: { count } }),
    again: show,
  }),
];
