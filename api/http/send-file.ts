import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { fileKinds } from '../../domain/attachment.ts';
import type { OpenedFile } from '../use-cases/attachments.ts';

/** A file that somebody else made: kept off the page, taken for what it was found to be, and without any power should a browser open it all the same. */
export async function sendFile(response: Response, { file, size, bytes }: OpenedFile): Promise<void> {
  response.status(200).set({
    'Content-Type': fileKinds[file.kind].type, 'Content-Length': String(size), 'Content-Disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
    'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "sandbox; default-src 'none'", 'Cache-Control': 'private, no-store, no-transform',
  });
  // a reader who leaves early is nobody's fault
  await pipeline(bytes, response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

/** As RFC 8187 has it: what `encodeURIComponent` leaves alone and a header may not hold is encoded too. */
const encoded = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
