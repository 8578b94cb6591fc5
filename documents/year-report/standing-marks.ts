import type { Standing } from '../../domain/verdict.ts';

/** One look for one standing, on every paper and screen: symbol, words, colours. */
export const standingMarks = {
  met: { symbol: '✓', vi: 'đạt', en: 'met', text: '#14532d', ground: '#d7f0df' },
  'on-track': { symbol: '↗', vi: 'đúng tiến độ', en: 'on track', text: '#1e4976', ground: '#dbe9f7' },
  behind: { symbol: '!', vi: 'chậm', en: 'behind', text: '#6b3f00', ground: '#fdebc8' },
  missed: { symbol: '✕', vi: 'không đạt', en: 'missed', text: '#7a1712', ground: '#fbdcd9' },
  'no-data': { symbol: '?', vi: 'thiếu số liệu', en: 'no data', text: '#3d4652', ground: '#e8ebee' },
  'not-applicable': { symbol: '–', vi: 'không áp dụng', en: 'not applicable', text: '#5b6570', ground: 'transparent' },
  waived: { symbol: '◦', vi: 'được miễn', en: 'waived', text: '#3d4652', ground: 'transparent' },
} as const satisfies Readonly<Record<Standing, { symbol: string; vi: string; en: string; text: string; ground: string }>>;
