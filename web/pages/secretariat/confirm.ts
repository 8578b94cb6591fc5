import type { Cycle } from '../../../domain/cycle.ts';
import type { Crumb, View } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import type { Translate } from '../../view/translate.ts';

export interface ConfirmField {
  readonly kind: 'reason' | 'long' | 'date' | 'line' | 'select';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
}

/** A form before an act that many feel: what will happen and to whom, what must be said, one button and the way back. */
export interface Confirm {
  readonly title: string;
  readonly lead: string;
  readonly cycle: Cycle;
  /** Where the form is sent, and where the way back leads. */
  readonly action: string;
  readonly back: string;
  readonly will: readonly string[];
  readonly button: string;
  readonly fields?: readonly ConfirmField[];
  readonly hidden?: readonly { readonly name: string; readonly value: string }[];
  /** Whom it concerns: a short table. */
  readonly chosen?: readonly { readonly name: string; readonly what: string; readonly now: string; readonly then: string }[];
  /** It cannot be undone. */
  readonly isGrave?: boolean;
  /** The list it is reached from. */
  readonly under?: Crumb;
  /** What is said instead of the form when there is nothing to do it to. */
  readonly nobody?: string | undefined;
}

export function confirmView({ title, lead, cycle, under, ...model }: Confirm, t: Translate): View {
  return {
    template: 'secretariat/confirm.njk', title, lead, cycle,
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(cycle.id) }, ...(under ? [under] : []), { text: title }],
    model: { fields: [], hidden: [], chosen: [], isGrave: false, ...model },
  };
}

export const reasonField = (t: Translate, hint?: string): ConfirmField => ({ kind: 'reason', name: 'reason', label: t('secretariat.confirm.reason'), hint: hint ?? t('secretariat.confirm.reasonHint') });
