import { quietHours } from '../../../../api/contracts/cycle.ts';
import { defaultQuietHours, type QuietHours } from '../../../../domain/cycle.ts';
import { one, type Fields } from '../../../http/form.ts';
import type { Visit } from '../../../http/page.ts';
import { choice, type FormField } from '../../../view/fields.ts';

/** Which mails rest outside office hours. */
const rests = ['all', 'reminders', 'none'] as const;

const restOf = (hours: QuietHours | null): (typeof rests)[number] => (hours === null ? 'none' : hours.all ? 'all' : 'reminders');

/** The choice with its times of day; they stay when nothing rests, so that they are there when it is chosen again. */
export function quietFields({ t }: Pick<Visit, 't'>, kept: QuietHours | null): readonly FormField[] {
  const { from, until } = kept ?? defaultQuietHours;
  return [
    { kind: 'select', name: 'quiet-rests', label: t('launch.reminders.quiet.rests'), value: restOf(kept), options: choice(rests, (each) => t(`launch.reminders.quiet.${each}`)) },
    { kind: 'line', name: 'quiet-from', label: t('launch.reminders.quiet.from'), value: from },
    { kind: 'line', name: 'quiet-until', label: t('launch.reminders.quiet.until'), value: until },
  ];
}

/** Null when no mail rests. */
export const typedQuiet = {
  schema: quietHours.nullable(),
  read: (fields: Fields): unknown => {
    const rest = one(fields, 'quiet-rests');
    return rest === 'none' ? null : { from: one(fields, 'quiet-from'), until: one(fields, 'quiet-until'), all: rest === 'all' };
  },
};
