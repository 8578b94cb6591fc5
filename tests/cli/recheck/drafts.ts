import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes the files of a draft folder; names are paths below it. */
export function writeDraft(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The shipped rule, stricter: an address of the province's own domain, and blocking. */
export const ownDomain = `
id: focal-email-invalid
version: 2.0.0
stage: [plan]
effectiveFrom: 2021-01-01
severity: blocking
ground: [nd-64-2007]
skipWithout: [focal.email]
require: { fact: focal.email, operator: matches, value: '@gialai[.]gov[.]vn$' }
`;

/** A rule that the catalogue does not have. */
export const twoLetters = `
id: symbol-of-plan
version: 0.1.0
stage: [plan]
effectiveFrom: 2021-01-01
severity: warning
ground: [nd-64-2007]
require: { fact: document.symbol, operator: matches, value: '^1/' }
`;

const words = (title: string): string => `symbol-of-plan:\n  title: ${title}\n  message: “{document.symbol}”\n  fix: 1/KH\n`;
export const twoLettersWords = { 'messages/vi/draft.yaml': words('Số kế hoạch là 1'), 'messages/en/draft.yaml': words('The plan is number 1') };
