import type { Person } from '../../../api/use-cases/caller.ts';
import { paths } from '../../paths.ts';
import { navigationOf } from '../../view/navigation.ts';
import type { Translate } from '../../view/translate.ts';

interface Place {
  readonly href: string;
  readonly text: string;
}

/** Pages that the person may open, by their names: those of the navigation, and those behind the person's name. */
export function placesOf(person: Person, cycle: string | undefined, t: Translate): readonly Place[] {
  const own = [
    { href: paths.account(), text: t('self.account.title') }, { href: paths.password(), text: t('self.password.title') }, { href: paths.tokens(), text: t('self.tokens.title') }, { href: paths.notices(), text: t('notices.title') },
  ];
  return [...navigationOf(person, '', cycle, t).flatMap(({ items }) => items.map(({ href, text }) => ({ href, text }))), ...own];
}
