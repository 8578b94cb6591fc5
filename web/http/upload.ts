import type { Request, Response } from 'express';
import type { Visit } from './page.ts';

/**
 * Reads a form with a file as far as the file: token, permission and choices are asked before any of it is taken in, and what is left passes by once the
 * answer is out. A form of another kind has no file.
 */
export async function withFile(visit: Visit, request: Request, response: Response): Promise<Visit> {
  if (!request.is('multipart/form-data')) return visit;
  const { fields, file, end } = await visit.kit.readUpload(request);
  response.once('finish', end);
  request.body = fields;
  return file ? { ...visit, file } : visit;
}
