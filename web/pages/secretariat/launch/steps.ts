import { z } from 'zod';
import { getLaunchDraft } from '../../../../api/use-cases/launch-drafts.ts';
import type { LaunchDraft } from '../../../../domain/launch-draft.ts';
import { one, type Fields } from '../../../http/form.ts';
import type { View, Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';

/** Steps of a launch after the plan was chosen, in order. */
export const steps = ['units', 'dates', 'roles', 'guidance', 'reminders', 'preview'] as const;
export type Step = (typeof steps)[number];

export const byDraft = z.strictObject({ draft: z.uuid() });
export type InDraft = z.output<typeof byDraft>;

export const version = z.coerce.number().int().min(1);

export const nextStep = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'preview';

/** The version that the form was made from. */
export const versionOf = (fields: Fields): string => one(fields, 'version');

export interface AtStep {
  readonly draft: LaunchDraft;
  readonly step: Step;
  readonly model: Readonly<Record<string, unknown>>;
  readonly lead: string;
  /** The form holds a table. */
  readonly wide?: boolean;
}

/** A page of the launch: the steps with the present one marked, then its form. A draft that waits for confirmation shows its preview only. */
export function stepView({ draft, step, model, lead, wide = true }: AtStep, { t }: Pick<Visit, 't'>): View {
  const at = steps.indexOf(step);
  return {
    template: `secretariat/launch/${step}.njk`, title: t(`launch.${step}.title`), lead, help: `launch.${step}.help`, wide: true,
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: t('launch.title'), href: paths.launches() }, { text: draft.content.title }],
    model: {
      draft, step, isNarrow: !wide, action: paths.launchStep(draft.id, step), isLocked: draft.state === 'waiting', back: at > 0 ? paths.launchStep(draft.id, steps[at - 1] ?? 'units') : paths.launches(),
      line: steps.map((name, index) => ({ name, href: paths.launchStep(draft.id, name), isDone: index < at, isCurrent: index === at })), ...model,
    },
  };
}

export const readDraft = ({ desk, caller, params }: Visit<InDraft>): Promise<LaunchDraft> => getLaunchDraft(desk, caller, params.draft);
