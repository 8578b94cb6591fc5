import { ReadingConfig, doReadNumber } from 'read-vietnamese-number';

/** `1250000` is `Một triệu hai trăm năm mươi nghìn đồng`, as it stands on paper. */
export function amountInWords(amount: number): string {
  const config = new ReadingConfig();
  config.unit = ['đồng'];
  const words = doReadNumber(String(amount), config).normalize('NFC');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
