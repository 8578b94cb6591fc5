import type { Page } from 'playwright-core';
import type { Plan } from '../../../domain/plan.ts';
import type { PlanContent, SubmissionContent } from '../../../domain/submission.ts';
import { loadUnits } from '../../../plans/load.ts';
import { textOf } from '../../../web/pages/agency/form/edits.ts';
import { formSections, type FormSection } from '../../../web/pages/agency/form/field.ts';
import { fieldsOf } from '../../../web/pages/agency/form/fields.ts';
import type { Person } from './people.ts';

const context = { units: loadUnits('gia-lai') };
const press = (page: Page, what: string): Promise<void> => page.click(`form.draft .form-actions button[name=do][value=${what}]`);

/** Fills in a form as its author would, page by page with the button that goes on, until it says `wanted`. `duty`: address of the plan or report. Ends at the review; answers what was wanted, with the ids that added rows were given. */
export async function fillForm({ page, go }: Person, duty: string, wanted: SubmissionContent, plan: Plan, sections: readonly FormSection[] = formSections): Promise<SubmissionContent> {
  let content = wanted;
  await go(`${duty}/draft/${sections[0] ?? 'general'}`);
  for (const section of sections) {
    if (content.kind === 'plan' && (section === 'tasks' || section === 'budget')) content = await withRows(page, content, section);
    await typeSection(page, content, plan, section);
    await press(page, 'on');
    await page.waitForURL((url) => !url.pathname.endsWith(`/draft/${section}`));
  }
  return content;
}

/** Types in what a page of the form does not say yet. */
async function typeSection(page: Page, content: SubmissionContent, plan: Plan, section: FormSection): Promise<void> {
  await page.evaluate('document.querySelectorAll("form.draft details").forEach((each) => { each.open = true; })');
  const shown = await page.evaluate<Record<string, { value: string; type: string }>>('Object.fromEntries([...document.querySelector("form.draft").elements].map(({ name, value, type }) => [name, { value, type }]))');
  for (const field of fieldsOf(content, plan).filter((each) => each.section === section)) {
    const text = textOf(content, field, context);
    const element = shown[field.name];
    if (element === undefined || element.value.trim() === text.trim()) continue;
    const place = page.locator(`[id="${field.name}"]`);
    await (element.type === 'select-one' ? place.selectOption(text) : place.fill(text));
  }
}

/** As many rows as the content has: missing ones are added by the button, and the content takes over their ids. */
async function withRows(page: Page, content: PlanContent, list: 'tasks' | 'budget'): Promise<PlanContent> {
  const rowIds = async (): Promise<string[]> => (await page.evaluate<string[]>(`[...document.querySelectorAll('form.draft [id^="${list}."]:is(fieldset, tr)')].map(({ id }) => id.slice(${list.length + 1}))`));
  let known = await rowIds();
  let result = content;
  for (const { id } of content[list]) {
    if (known.includes(id)) continue;
    await page.click(`button[name=do][value="add:${list}"]`);
    await page.waitForFunction(`document.querySelectorAll('form.draft [id^="${list}."]:is(fieldset, tr)').length > ${known.length}`);
    const now = await rowIds();
    const added = now.find((each) => !known.includes(each)) ?? '';
    known = now;
    result = renamed(result, list, id, added);
  }
  return result;
}

function renamed(content: PlanContent, list: 'tasks' | 'budget', from: string, to: string): PlanContent {
  if (list === 'budget') return { ...content, budget: content.budget.map((line) => (line.id === from ? { ...line, id: to } : line)) };
  return { ...content, tasks: content.tasks.map((task) => (task.id === from ? { ...task, id: to } : task)), budget: content.budget.map((line) => (line.task === from ? { ...line, task: to } : line)) };
}

/** Submits at the review and answers the address of the receipt. */
export async function submitAtReview(page: Page, duty: string): Promise<string> {
  await page.click(`form[action="${duty}/draft/submit"] button[type=submit]`);
  await page.waitForURL(/\/versions\/\d+\/receipt$/);
  return new URL(page.url()).pathname;
}
