import type { RequestHandler } from 'express';
import type { PagesKit } from '../contracts/pages.ts';
import { callerOfSession } from '../use-cases/sessions.ts';
import { clearCookie, cookieOf, setCookie } from './cookies.ts';
import { takeTurns } from './mount.ts';
import { languageOf, problemOf } from './problem.ts';
import { readUpload } from '../uploads/multipart.ts';
import { sendFile } from './send-file.ts';
import type { Services } from './services.ts';

/** What the pages are given of this side. */
export function pagesKit({ desk, probe, verifyAudit, rules, lastBackup, rehearsals, version, secureCookies: secure }: Services, limitSignIns: readonly RequestHandler[]): PagesKit {
  return {
    desk, probe, verifyAudit, rules, lastBackup, rehearsals, version, limitSignIns, takeTurns, secure, readUpload, sendFile,
    callerOf: async (request) => {
      const secret = cookieOf(request);
      return secret === undefined ? undefined : callerOfSession(desk, secret);
    },
    signIn: (response, secret, maxAgeMs) => setCookie(response, secret, { maxAgeMs, secure }),
    signOut: (response) => clearCookie(response, secure),
    wording: (refused, language) => problemOf(refused, language, ''),
    languageOf: (request) => languageOf(request.get('accept-language')),
  };
}
