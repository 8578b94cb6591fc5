const summary = /<div class="govuk-error-summary"[^>]* data-unnamed[\s\S]*?<\/ul>/;
const link = /<a href="#([^"]+)">([^<]*)<\/a>/g;

const wordsOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The legend around the first of several boxes or choices, else the field's label. */
function nameOf(page: string, id: string): string {
  const box = new RegExp(`<input[^>]* id="${quoted(id)}"[^>]*>`).exec(page);
  if (box && /type="(?:checkbox|radio)"/.test(box[0])) {
    const legend = page.lastIndexOf('<legend', box.index);
    if (legend > page.lastIndexOf('</fieldset>', box.index)) return wordsOf(page.slice(legend, page.indexOf('</legend>', legend)));
  }
  return wordsOf(new RegExp(`<label[^>]* for="${quoted(id)}"[^>]*>([\\s\\S]*?)</label>`).exec(page)?.[1] ?? '');
}

/** In the summary above a form each fault names its field as the page below it does: “to be filled in”, twice, would not say what. */
export const nameFaults = (page: string): string => page.replace(summary, (list) =>
  list.replace(' data-unnamed', '').replace(link, (whole, id: string, message: string) => {
    const name = nameOf(page, id);
    return name === '' || message.toLowerCase().includes(name.toLowerCase()) ? whole : `<a href="#${id}">${name}: ${message}</a>`;
  }));
