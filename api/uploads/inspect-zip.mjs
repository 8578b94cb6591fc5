import yauzl from 'yauzl';
import { createMarkFinder } from './mark-lines.mjs';

const most = { entries: 5_000, unpacked: 250 * 2 ** 20, ratio: 100, ratioFrom: 10 * 2 ** 20, types: 2 ** 20 };

const macros = /(^|\/)(vbaProject|vbaData)[^/]*$|(^|\/)(macrosheets|activeX)\//i;
const main = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx' };
const texts = /^(word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl\/(sharedStrings|worksheets\/[^/]+|comments[^/]*)\.xml|docProps\/(core|app|custom)\.xml)$/;

const unsafe = (name) => name.split(/[/\\]/).includes('..') || /^[/\\]|^[a-z]:/i.test(name) || name.includes('\0');

class Fault extends Error {}
const fault = (code) => new Fault(code);

/** Reads the central directory, judges it as a whole, then unpacks every entry once without keeping it: what is declared has to be what is there. */
export async function inspectZip(path, size) {
  let zip;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
    const entries = await directoryOf(zip, size);
    return await contentOf(zip, entries);
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    return { fault: /too many bytes/.test(error?.message) ? 'file-bomb' : 'file-damaged' };
  } finally {
    zip?.close();
  }
}

async function directoryOf(zip, size) {
  if (zip.entryCount > most.entries) throw fault('file-bomb');
  const entries = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8');
    if (unsafe(name)) throw fault('file-unsafe-path');
    if (entry.generalPurposeBitFlag & 1) throw fault('file-encrypted');
    if (macros.test(name)) throw fault('file-macro');
    unpacked += entry.uncompressedSize;
    if (unpacked > most.unpacked || (unpacked > most.ratioFrom && unpacked > size * most.ratio)) throw fault('file-bomb');
    entries.push({ name, entry });
  }
  return entries;
}

async function contentOf(zip, entries) {
  const kind = entries.map(({ name }) => main[name]).find((each) => each !== undefined);
  if (!kind || !entries.some(({ name }) => name === '[Content_Types].xml')) throw fault('file-kind');
  const marks = createMarkFinder();
  for (const { name, entry } of entries) {
    const reader = texts.test(name) ? marks.reader() : undefined;
    let types = '';
    let unpacked = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      unpacked += chunk.length;
      if (unpacked > entry.uncompressedSize) throw fault('file-bomb');
      reader?.write(chunk);
      if (name === '[Content_Types].xml' && types.length < most.types) types += chunk.toString('latin1');
    }
    if (unpacked !== entry.uncompressedSize) throw fault('file-damaged');
    reader?.end();
    if (/macroEnabled|vbaProject/i.test(types)) throw fault('file-macro');
  }
  if (marks.isTooMuch()) throw fault('file-unreadable');
  return { kind, lines: marks.lines };
}
