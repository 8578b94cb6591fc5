/**
 * What a search column holds and what a search is turned into: lower case, without Vietnamese marks, đ as d, white space
 * collapsed. `Sở  Thông tin` and `so thong tin` become the same. Databases compare it as plain text.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
