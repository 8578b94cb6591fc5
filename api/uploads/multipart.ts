import busboy from 'busboy';
import type { Request } from 'express';
import { mostBytes } from '../../domain/attachment.ts';
import type { IncomingFile } from '../../domain/ports/files.ts';
import { Refused } from '../../domain/refusals.ts';

/** A form with a file, read as far as the file: the fields before it, and the file while it still arrives. */
export interface UploadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: IncomingFile | undefined;
  /** Lets what is left of the request pass by, so that it can be answered. */
  readonly end: () => void;
}

const limits = { fields: 20, fieldSize: 10_000, fieldNameSize: 100, files: 1, parts: 30, headerPairs: 50, fileSize: mostBytes + 1 } as const;

export const isMultipart = (request: Request): boolean => Boolean(request.is('multipart/form-data'));

/** Answers as soon as the file begins, or when the form ends without one. Fields after the file are not looked at. Nothing of the file is read before `source` is. */
export function readUpload(request: Request): Promise<UploadForm> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = Object.create(null) as Record<string, string>;
    const parser = open(request);
    const end = (): void => {
      request.unpipe(parser);
      request.resume();
    };
    const gone = (): void => void parser.destroy(new Error('the sender went away'));
    parser.on('field', (name, value) => { fields[name] = value; });
    parser.once('file', (_name, stream, { filename }) => {
      // a file that fails is told to whoever reads it; nobody may be reading yet
      stream.on('error', () => undefined);
      resolve({ fields: { ...fields }, file: filename ? { name: filename, source: bytesOf(stream) } : undefined, end });
      if (!filename) stream.resume();
    });
    parser.once('error', () => {
      end();
      reject(new Refused('malformed'));
    });
    parser.once('close', () => resolve({ fields, file: undefined, end }));
    request.once('aborted', gone).once('error', gone);
    request.pipe(parser);
  });
}

/** A form that ends before its end cannot be told from one whose sender went away. */
async function* bytesOf(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    throw new Refused('malformed', { cause });
  }
}

function open(request: Request): busboy.Busboy {
  if (!isMultipart(request)) throw new Refused('unsupported-media-type', { figures: { accepted: 'multipart/form-data' } });
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch {
    throw new Refused('malformed');
  }
}
