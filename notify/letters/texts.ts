import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { mailTextFaults, mailTextSpecs, type MailWords } from '../../domain/mail-texts.ts';
import type { Language } from '../../domain/text.ts';

const nested = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));

/** The words of a file by key. Throws with the place and reason of every text that is missing or cannot be used; `place` names the file. */
export function readTexts(yaml: string, place: string): MailWords {
  const words = Object.fromEntries(Object.entries(nested.parse(parse(yaml))).flatMap(([group, value]) => (typeof value === 'string' ? [[group, value]] : Object.entries(value).map(([name, text]) => [`${group}.${name}`, text]))) as [string, string][]);
  const missing = [...mailTextSpecs.keys()].filter((key) => words[key] === undefined).map((key) => `${key}: is missing`);
  const wrong = Object.entries(words).flatMap(([key, text]) => mailTextFaults(key, text, key)).map(({ pointer, code, value, accepted }) => `${pointer}: ${code} ${String(value)}; accepted: ${accepted ?? '–'}`);
  if (missing.length + wrong.length > 0) throw new Error(`The mail texts cannot be used:\n${[...missing, ...wrong].map((each) => `  ${place} ${each}`).join('\n')}`);
  return words;
}

const loadTexts = (language: Language): MailWords => readTexts(readFileSync(new URL(`texts/${language}.yaml`, import.meta.url), 'utf8'), `${language}.yaml`);
const known = new Map<Language, MailWords>();

/** The words as they came with the program. */
export function originalWords(language: Language): MailWords {
  const words = known.get(language) ?? loadTexts(language);
  known.set(language, words);
  return words;
}
