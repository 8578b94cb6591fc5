import { dateOf } from '../../../domain/plain-date.ts';
import { isUnitValidOn } from '../../../domain/unit.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

/** The registers with what stands in them today. */
async function show({ desk, kit, t }: Visit): Promise<View> {
  const today = dateOf(desk.now());
  const [units, days] = await Promise.all([desk.registers.units(), desk.registers.calendarDays()]);
  const count = [...units.values()].filter((unit) => isUnitValidOn(unit, today)).length;
  const ahead = days.filter(({ date }) => date >= today).length;
  return {
    template: 'registers/registers.njk', title: t('registers.title'), help: 'registers.help',
    model: {
      entries: [
        { text: t('registers.units.title'), href: paths.units(), about: t('registers.units.count', { count }) },
        { text: t('registers.calendar.title'), href: paths.calendar(), about: t('registers.calendar.count', { count: ahead }) },
        { text: t('registers.rules.title'), href: paths.rules(), about: t('registers.rules.count', { count: kit.rules().length }) },
      ],
    },
  };
}

export const registersPage = page({ name: 'registers', path: '/registers', action: 'unit.list', show });
