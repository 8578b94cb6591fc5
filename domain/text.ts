/** A sentence in both languages of the product; Vietnamese is the one officials read. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Whether a text says anything: a dot, a dash or a character that nobody sees is no reason. */
export const saysSomething = (text: string): boolean => /[\p{Script=Latin}\p{N}]/u.test(text);
