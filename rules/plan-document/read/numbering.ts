const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** The last step of a printed number: 3 for `3`, `III`, `III/`, `2.3.`; undefined for letters and words. */
export function ordinalOf(printed: string): number | undefined {
  const step = printed.trim().replace(/[.)/]+$/u, '').split('.').at(-1) ?? '';
  if (/^\d{1,3}$/u.test(step)) return Number(step);
  return /^[IVXL]+$/u.test(step) ? romanValue(step) : undefined;
}

function romanValue(step: string): number {
  const values = [...step].map((sign) => roman[sign] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
