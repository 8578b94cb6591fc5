import type { Request, RequestHandler, Response } from 'express';
import type { AuditVerdict } from '../../domain/audit.ts';
import type { Rehearsals } from '../../domain/ports/rehearsals.ts';
import type { Refused } from '../../domain/refusals.ts';
import type { Language } from '../../domain/text.ts';
import type { UploadForm } from '../uploads/multipart.ts';
import type { OpenedFile } from '../use-cases/attachments.ts';
import type { Caller } from '../use-cases/caller.ts';
import type { Desk } from '../use-cases/desk.ts';
import type { ProbeWorkflows } from '../use-cases/readiness.ts';
import type { LastBackup } from '../use-cases/system.ts';
import type { RuleEntry } from '../http/services.ts';

/**
 * What the pages for people share with the HTTP API: the same use-cases at one desk, the same sessions, limits and words of refusal.
 * Pages are a second way in, never a second truth.
 */
export interface PagesKit {
  readonly desk: Desk;
  readonly probe: ProbeWorkflows;
  readonly verifyAudit: () => Promise<AuditVerdict>;
  readonly rules: () => readonly RuleEntry[];
  readonly lastBackup: LastBackup;
  readonly rehearsals: Rehearsals;
  readonly version: string;
  /** Who the request's session cookie stands for. */
  readonly callerOf: (request: Request) => Promise<Caller | undefined>;
  readonly signIn: (response: Response, secret: string, maxAgeMs: number) => void;
  readonly signOut: (response: Response) => void;
  /** Limits failed sign-ins by address and login, together with those of the API. Failures answer 400 or above. */
  readonly limitSignIns: readonly RequestHandler[];
  /** Reads a form with a file as far as the file. */
  readonly readUpload: (request: Request) => Promise<UploadForm>;
  /** Answers with a file, to be stored and not shown. */
  readonly sendFile: (response: Response, opened: OpenedFile) => Promise<void>;
  /** The sentence of a refusal, and its HTTP status. */
  readonly wording: (refused: Refused, language: Language) => { readonly title: string; readonly detail: string; readonly status: number };
  /** Language the browser asks for. */
  readonly languageOf: (request: Request) => Language;
  /** At most so many acts of this process are worked on at once. */
  readonly takeTurns: <Answer>(act: () => Promise<Answer>) => Promise<Answer>;
  /** Cookies for HTTPS only. */
  readonly secure: boolean;
}
