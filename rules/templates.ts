import type { Language } from '../domain/text.ts';

export type PlaceValue<About> = (place: string, about: About, language: Language) => string | undefined;

/** Text with named places, for example `thiếu {gap} điểm`. A place that has no value shows `—`. */
export interface Template {
  readonly places: readonly string[];
  /** `about` and `language` are handed through to `valueOf`, so that nothing has to be made for each sentence. */
  render<About>(valueOf: PlaceValue<About>, about: About, language: Language): string;
}

const place = /\{([a-zA-Z0-9.-]+)\}/;

export function template(text: string): Template {
  // split with a capturing group: text, place, text, place, …, text
  const parts = text.split(place);
  return {
    places: parts.filter((_, index) => index % 2 === 1),
    render: (valueOf, about, language) => {
      let rendered = parts[0] ?? '';
      for (let index = 1; index < parts.length; index += 2) rendered += (valueOf(parts[index] ?? '', about, language) ?? '—') + (parts[index + 1] ?? '');
      return rendered;
    },
  };
}
