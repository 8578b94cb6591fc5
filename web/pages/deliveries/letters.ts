import type { MailPreview } from '../../../api/use-cases/mail-preview.ts';
import { languages, type Language } from '../../../domain/text.ts';
import { one } from '../../http/form.ts';
import type { Visit } from '../../http/page.ts';

/** Cycle and unit as chosen in a form. */
export const placeOf = (values: Visit['filled']['values']): { readonly cycle?: string; readonly unit?: string } => {
  const [cycle, unit] = [one(values, 'cycle'), one(values, 'unit')];
  return { ...(cycle === '' ? {} : { cycle }), ...(unit === '' ? {} : { unit }) };
};

type Place = Pick<MailPreview, 'cycle' | 'unit'>;

/** What the parts `preview-place` and `preview-letters` show; `frameOf` is where a mail can be had on its own. */
export async function previewModel({ desk }: Pick<Visit, 'desk'>, preview: MailPreview | undefined, frameOf: (language: Language, place: Place) => string) {
  const [cycles, units, members] = await Promise.all([desk.record.read.cycles.list(), desk.registers.units(), preview ? desk.registers.members(preview.cycle) : []]);
  const place = preview && { cycle: preview.cycle, unit: preview.unit };
  return {
    cycles: cycles.map(({ id, title }) => ({ value: id, text: title })), place,
    members: [...members].map((code) => ({ value: code, text: units.get(code)?.name ?? code })).toSorted((a, b) => a.text.localeCompare(b.text, 'vi')),
    letters: preview && place && languages.map((language) => ({ language, subject: preview.letters[language].subject, lines: preview.letters[language].text.split('\n'), frame: frameOf(language, place) })),
  };
}
