import type { Crumb } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import type { Translate } from '../../view/translate.ts';

const registers = { units: () => paths.units(), calendar: () => paths.calendar(), rules: () => paths.rules() } as const;

/** From the registers down to a page of one of them. */
export function crumbsTo(t: Translate, register: keyof typeof registers, ...below: readonly Crumb[]): readonly Crumb[] {
  return [{ text: t('registers.title'), href: paths.registers() }, { text: t(`registers.${register}.title`), ...(below.length > 0 ? { href: registers[register]() } : {}) }, ...below];
}
