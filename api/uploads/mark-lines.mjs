import { StringDecoder } from 'node:string_decoder';

/** Ends of paragraphs, cells, strings and heads in Word and Excel. */
const ends = /<\/(?:w:p|w:tc|si|c|oddHeader|oddFooter|evenHeader|firstHeader|text|dc:\w+|cp:\w+|Company|vt:\w+)>/;

const longestPiece = 2 ** 17;
const mostLines = 2_000;
const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Texts of an Office file that may hold a state-secret mark. They are only narrowed down here: what is a mark is decided where the rules are. */
export function createMarkFinder() {
  const lines = [];
  const look = (piece) => {
    if (lines.length > mostLines || !/m|&#/i.test(piece)) return;
    for (const raw of piece.replace(/<w:(br|cr|tab)\b[^<>]*>/g, '\n').replace(/<[^<>]*>/g, '').split('\n')) {
      const line = raw.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (all, name) => entities[name] ?? decoded(name) ?? all).normalize('NFC').trim();
      if (!/(?<!bảo |bí )mật/iu.test(line)) continue;
      if (line.length <= 60) lines.push(line);
      else for (const { index } of line.matchAll(/[[(]\s*(?:tuyệt |tối )?mật|độ mật/giu)) lines.push(line.slice(Math.max(0, index - 5), index + 40));
    }
  };
  const reader = () => {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    return {
      write(chunk) {
        const pieces = (rest + decoder.write(chunk)).split(ends);
        rest = pieces.pop();
        pieces.forEach(look);
        if (rest.length <= longestPiece) return;
        look(rest);
        rest = rest.slice(-200);
      },
      end: () => look(rest + decoder.end()),
    };
  };
  return { lines, reader, isTooMuch: () => lines.length > mostLines };
}

function decoded(name) {
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : NaN;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
