import { z } from 'zod';
import { planContent, reportContent } from '../../../api/contracts/submission.ts';
import { editDraft } from '../../../api/use-cases/drafting.ts';
import { readBackground } from '../../../api/use-cases/draft-background.ts';
import type { ReadDraft } from '../../../api/use-cases/draft-content.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import type { Fields } from '../../http/form.ts';
import type { Visit } from '../../http/page.ts';
import { translateTo } from '../../view/translate.ts';
import type { DutyParams } from '../duty/on-both.ts';
import { applyEdits, lostRows, type Conflict, type EditFault } from './form/edits.ts';
import { formSections, type FormSection } from './form/field.ts';
import { fieldsOf, withEveryTarget } from './form/fields.ts';
import { changeRows } from './form/rows.ts';

export interface Saved {
  readonly draft: ReadDraft;
  readonly faults: readonly EditFault[];
  readonly conflicts: readonly Conflict[];
  readonly anchor: string | undefined;
}

export const ofSection = z.object({ section: z.enum(formSections) });
export interface OneSection {
  readonly section: FormSection;
}
export type SectionParams = DutyParams & OneSection;

/** Saves what was typed on one page of the form into the draft as it stands; what cannot be saved is told field by field, the rest is saved. */
export async function saveSection({ desk, caller, params }: Visit<SectionParams>, typed: Fields): Promise<Saved> {
  const [background, units] = await Promise.all([readBackground(desk, caller, params), desk.registers.units()]);
  let told: Pick<Saved, 'faults' | 'conflicts' | 'anchor'> = { faults: [], conflicts: [], anchor: undefined };
  const draft = await editDraft(desk, caller, params, ({ content }) => {
    const complete = withEveryTarget(content, background);
    const fields = fieldsOf(complete, background.plan).filter(({ section }) => section === params.section);
    const edited = applyEdits(complete, fields, typed, { units });
    const rows = changeRows(edited.content, typed, fields, { units });
    told = { faults: [...edited.faults, ...rows.faults, ...lostRows(fields, typed)], conflicts: edited.conflicts, anchor: rows.anchor };
    return rows.content === complete ? content : checked(rows.content);
  });
  return { draft, ...told };
}

/** What the contract of the API says of a draft holds for what pages write too. */
function checked(content: SubmissionContent): SubmissionContent {
  return content.kind === 'plan' ? planContent.parse(content) : reportContent.parse(content);
}

/** Faults and conflicts as the form shows them: the page again, with the other values saved. */
export function assertAllSaved({ faults, conflicts }: Pick<Saved, 'faults' | 'conflicts'>): void {
  if (faults.length + conflicts.length === 0) return;
  throw new Refused('invalid-input', {
    errors: [...faults, ...conflicts.map(({ field }): EditFault => ({ field, code: 'conflict', figures: {} }))].map(({ field, code, figures }) => ({
      pointer: `/${field}`, code, message: { vi: wordingOf('vi', code, figures), en: wordingOf('en', code, figures) },
    })),
  });
}

export function wordingOf(language: 'vi' | 'en', code: string, figures: Readonly<Record<string, unknown>>): string {
  return translateTo(language)(`agency.problem.${code}`, figures);
}
