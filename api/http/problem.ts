import type { z } from 'zod';
import type { Refused} from '../../domain/refusals.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Language } from '../../domain/text.ts';
import type { problem } from '../contracts/problem.ts';
import { en } from '../errors/en.ts';
import { vi } from '../errors/vi.ts';
import type { Wordings } from '../errors/wording.ts';
import type { DeepReadonly } from './route.ts';

export type Problem = DeepReadonly<z.output<typeof problem>>;

const wordings: Readonly<Record<Language, Wordings>> = { vi, en };

/** A refusal as RFC 9457 has it, in the reader's language. */
export function problemOf(refused: Refused, language: Language, instance: string): Problem {
  const { code, figures, errors, possible, detail } = refused;
  const wording = wordings[language][code];
  return {
    type: `urn:chutrinh:problem:${code}`,
    title: wording.title,
    status: refusals[code].status,
    detail: fill(wording.detail, { ...figures, unit: figures['unit'] ?? errors[0]?.value }),
    instance,
    code,
    retry: refusals[code].retry,
    ...(possible ? { possible } : {}),
    figures: { ...figures },
    errors,
    ...(detail === undefined ? {} : { current: detail }),
  };
}

function fill(sentence: string, figures: Readonly<Record<string, unknown>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => shown(figures[name]));
}

const shown = (figure: unknown): string => (typeof figure === 'string' || typeof figure === 'number' || typeof figure === 'boolean' ? String(figure) : '…');

/** Vietnamese unless the reader asks for English first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
    const weight = rest.find((each) => each.trim().startsWith('q='))?.trim().slice(2);
    return { tag: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 };
  });
  const best = wanted.filter(({ tag }) => tag === 'vi' || tag === 'en').sort((a, b) => b.weight - a.weight)[0];
  return best?.tag === 'en' ? 'en' : 'vi';
}
