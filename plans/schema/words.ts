import { z } from 'zod';
import type { PlainDate } from '../../domain/date.ts';
import type { Bilingual } from '../../domain/text.ts';

/** Longest quotation a plan file may hold. */
export const maxQuoteWords = 40;

const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** What a custom issue carries, for the sentence shown to the author of the file. */
export interface IssueWords {
  readonly code: string;
  readonly accepted: Bilingual;
  readonly message: Bilingual;
}

/** Raises a custom issue whose words are already bilingual. */
export function issueOf(input: unknown, words: IssueWords): z.core.$ZodRawIssue {
  return { code: 'custom', input, message: words.code, params: { ...words } };
}

/** Non-empty text in NFC with single spaces and none at its ends. */
export const text = z.string().check((context) => {
  const value = context.value;
  if (value === '') {
    context.issues.push(issueOf(value, { code: 'empty-text', accepted: { vi: 'văn bản không rỗng', en: 'non-empty text' }, message: { vi: 'bỏ trống', en: 'is empty' } }));
  }
  if (value !== value.normalize('NFC')) {
    context.issues.push(issueOf(value, { code: 'not-nfc', accepted: { vi: 'Unicode dựng sẵn (NFC)', en: 'precomposed Unicode (NFC)' }, message: { vi: 'không phải Unicode NFC', en: 'is not in Unicode NFC' } }));
  }
  if (value !== value.split(/\s+/u).join(' ').trim()) {
    context.issues.push(issueOf(value, { code: 'loose-spaces', accepted: { vi: 'một dấu cách giữa hai từ', en: 'single spaces between words' }, message: { vi: 'thừa khoảng trắng hoặc xuống dòng', en: 'has extra spaces or line breaks' } }));
  }
});

/** The document's own words: `text` of at most 40 words. */
export const quote = text.check((context) => {
  const words = context.value.split(' ').length;
  if (words > maxQuoteWords) {
    context.issues.push(
      issueOf(context.value, {
        code: 'quote-too-long',
        accepted: { vi: `trích dẫn không quá ${maxQuoteWords} từ`, en: `a quotation of at most ${maxQuoteWords} words` },
        message: { vi: `trích dẫn dài ${words} từ`, en: `the quotation has ${words} words` },
      }),
    );
  }
});

/** Ids and codes: lower-case ascii, digits and single hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A real calendar day `YYYY-MM-DD`. */
export const day: z.ZodType<PlainDate> = z.string().check((context) => {
  if (isCalendarDay(context.value)) return;
  context.issues.push(
    issueOf(context.value, {
      code: 'invalid-date',
      accepted: { vi: 'ngày có thật, dạng NNNN-TT-NN', en: 'a real day, YYYY-MM-DD' },
      message: { vi: 'không phải ngày hợp lệ', en: 'is not a valid day' },
    }),
  );
});

function isCalendarDay(value: string): boolean {
  const parts = calendarDay.exec(value);
  if (parts === null) return false;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

/** A year of our calendar, to catch a slipped digit. */
export const year = z.int().min(2000).max(2100);
