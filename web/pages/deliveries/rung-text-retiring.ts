import { z } from 'zod';
import { getRungText, retireRungText } from '../../../api/use-cases/rung-texts.ts';
import { keptOf, one } from '../../http/form.ts';
import { act, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { byKey, crumbsOf, placesOf } from './rung-text.ts';

const change = z.object({ isRetired: z.boolean(), version: z.coerce.number().int().min(1) });

/** Asked first: where it is named stands there, and while a running year names it there is no button. */
async function ask({ desk, t, params: { key }, filled: { values } }: Visit<z.output<typeof byKey>>): Promise<View> {
  const text = await getRungText(desk, key);
  const title = t(text.isRetired ? 'rungTexts.restore' : 'rungTexts.retire', { name: text.name });
  const isStopped = !text.isRetired && text.uses.length > 0;
  const places = placesOf(text, t).map(({ text: place }) => place);
  const will = text.isRetired ? [t('rungTexts.will.restore')] : isStopped ? [t('rungTexts.will.stopped', { count: text.uses.length })] : [t('rungTexts.will.retire'), t('rungTexts.will.owed'), ...(places.length > 0 ? [t('rungTexts.will.drafts', { count: places.length })] : [])];
  return {
    template: 'components/ask.njk', title, crumbs: crumbsOf(t, text.name),
    model: { action: paths.retireRungText(key), back: paths.rungText(key), button: title, kept: keptOf({ version: one(values, 'version') || String(text.version), isRetired: text.isRetired ? 'no' : 'yes' }), will, isStopped, heads: [t('rungTexts.places')], rows: places.map((place) => [place]) },
  };
}

export const retireRungTextAct = act({
  name: 'retireRungText', path: '/admin/rung-texts/:key/retirement', action: 'mailText.write', params: byKey, once: true, form: change,
  read: (fields) => ({ isRetired: one(fields, 'isRetired') === 'yes', version: one(fields, 'version') }),
  ask,
  run: ({ desk, caller, params: { key } }, { isRetired, version }) => retireRungText(desk, caller, { key, isRetired, expected: version }),
  then: ({ key, isRetired }) => ({ to: paths.rungText(key), notice: isRetired ? 'rungTexts.retired' : 'rungTexts.restored' }),
  again: ask,
});
