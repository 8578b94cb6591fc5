/** A sentence in both languages of the product; Vietnamese is the one officials read. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
