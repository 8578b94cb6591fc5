import type { Cycle } from '../../domain/cycle.ts';
import type { PlainDate } from '../../domain/date.ts';
import { directiveId, parseDutyId } from '../../domain/ids.ts';
import { wordsInUse, type MailWords } from '../../domain/mail-texts.ts';
import { detailOfMove, moveCauses } from '../../domain/moved-due.ts';
import type { NoticeKind } from '../../domain/notice.ts';
import { quarters, type Quarter } from '../../domain/plan.ts';
import type { Letter, Told } from '../../domain/ports/letters.ts';
import { Refused } from '../../domain/refusals.ts';
import { rungWordsOf, type RungText } from '../../domain/rung-texts.ts';
import { languages, type Language } from '../../domain/text.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { Desk } from './desk.ts';
import { assertWords, type NewWords } from './mail-texts.ts';
import { dutyIdOf } from './place.ts';
import { assertRungWords } from './rung-texts.ts';

export interface PreviewRequest {
  readonly key: string;
  /** Words that are not saved yet. */
  readonly words?: Partial<NewWords>;
  /** Of whose mail; by default the newest cycle and its first unit. */
  readonly cycle?: string;
  readonly unit?: string;
}

export interface MailPreview {
  readonly cycle: string;
  readonly unit: string;
  readonly letters: Readonly<Record<Language, Letter>>;
}

/** The mail that a unit of a real year would get with these words. Undefined while there is no year. */
export async function previewMailText(desk: Desk, request: PreviewRequest): Promise<MailPreview | undefined> {
  const { key, words: typed = {} } = request;
  assertWords(key, typed);
  return preview(desk, request, { key, wordsIn: (language) => (typed[language] === undefined ? {} : { [key]: typed[language] ?? desk.mail.originals(language)[key] ?? '' }) });
}

/** The same for a text of the secretariat's own, in a reminder of plans; by default with the words that are saved. */
export async function previewRungText(desk: Desk, { key, words, ...request }: Omit<PreviewRequest, 'words' | 'key'> & { readonly key: string; readonly words?: RungText['words'] }): Promise<MailPreview | undefined> {
  const [saved] = words ? [] : await desk.record.read.rungTexts.historyOf(key);
  const shown = words ?? saved?.words;
  if (!shown) throw new Refused('not-found', { figures: { subject: `rung-text:${key}` } });
  assertRungWords(key, shown);
  return preview(desk, request, { key: 'reminder.plan', text: key, wordsIn: (language) => rungWordsOf([{ key, words: shown }], language) });
}

interface Shown {
  /** Of the texts of mails. */
  readonly key: string;
  /** An own text that its rung would name. */
  readonly text?: string;
  /** What is not saved yet. */
  readonly wordsIn: (language: Language) => MailWords;
}

async function preview(desk: Desk, request: Omit<PreviewRequest, 'words' | 'key'>, { key, text, wordsIn }: Shown): Promise<MailPreview | undefined> {
  const place = await placeOf(desk, request);
  if (!place) return undefined;
  const [saved, calendar, units, contacts] = await Promise.all([desk.record.read.mailTexts.newest(), desk.registers.calendar(), desk.registers.units(), desk.record.read.contacts.listOf(place.unit)]);
  const unitName = (code: string): string => units.get(code)?.name ?? code;
  const told = { ...(await matterOf(desk, key, { ...place, calendar })), ...(text === undefined ? {} : { text }) };
  const name = contacts.find(({ part }) => part === 'focal')?.name ?? unitName(place.unit);
  const today = dayOf(key, told.due, calendar);
  const more = key === 'digest' ? [{ ...(await matterOf(desk, 'what.report', { ...place, calendar })), name }] : [];
  const letterIn = (language: Language): Letter => {
    const words = { ...wordsInUse(desk.mail.originals(language), saved, language), ...wordsIn(language) };
    return desk.mail.write([{ ...told, name }, ...more], { language, words, cycle: place.cycle, unitName, today, calendar, linkTo: desk.mail.linkTo });
  };
  const [vi, en] = languages.map(letterIn);
  if (!vi || !en) throw new Error('no letter');
  return { cycle: place.cycle.id, unit: place.unit, letters: { vi, en } };
}

async function placeOf(desk: Desk, { cycle: asked, unit }: Pick<PreviewRequest, 'cycle' | 'unit'>): Promise<{ readonly cycle: Cycle; readonly unit: string } | undefined> {
  const cycles = await desk.record.read.cycles.list();
  const cycle = asked === undefined ? (cycles.find(({ state }) => state !== 'cancelled') ?? cycles[0]) : cycles.find(({ id }) => id === asked);
  if (!cycle) {
    if (asked === undefined) return undefined;
    throw new Refused('invalid-input', { errors: [{ pointer: '/cycle', code: 'unknown-cycle', value: asked, accepted: cycles.map(({ id }) => id).join(', ') }] });
  }
  const members = [...(await desk.registers.members(cycle.id))].toSorted();
  const chosen = unit ?? members[0];
  if (chosen === undefined) return undefined;
  if (!members.includes(chosen)) throw new Refused('invalid-input', { errors: [{ pointer: '/unit', code: 'not-in-cycle', value: chosen, accepted: members.slice(0, 20).join(', ') }] });
  return { cycle, unit: chosen };
}

interface Place {
  readonly cycle: Cycle;
  readonly unit: string;
  readonly calendar: WorkingCalendar;
}

const ofReports = ['what.report', 'reminder.report', 'escalation.report', 'decision.accept', 'decision.returnReport'];
const ofDirectives = ['directive', 'what.directive', 'reminder.directive', 'escalation.directive'];
/** Texts that stand in others are shown in a reminder. */
const groups = ['reminder', 'escalation', 'decision', 'directive', 'extension', 'guidance'] as const satisfies readonly NoticeKind[];

/** Something real of the unit that the text would tell of. */
async function matterOf(desk: Desk, key: string, place: Place): Promise<Told> {
  const { cycle, unit, calendar } = place;
  const [group, name = ''] = key.split('.');
  const kind = groups.find((each) => each === group) ?? 'reminder';
  const base = { cycle: cycle.id, unit, kind, name: '' } as const;
  if (kind === 'guidance') return { ...base, subject: cycle.id, detail: '', due: cycle.settings.calendar.draftsDue };
  if (ofDirectives.includes(key)) {
    const [directive] = await desk.record.read.directives.list(cycle.id, unit);
    return { ...base, subject: directive?.id ?? directiveId(cycle.id, 1), detail: kind === 'directive' ? String(directive?.number ?? 1) : 'directive', due: directive?.due ?? cycle.settings.calendar.draftsDue };
  }
  const quarter = group === 'quarter' ? quarters.find((each) => each === name) : ofReports.includes(key) ? 'Q1' : undefined;
  const subject = dutyIdOf({ cycle: cycle.id, unit, ...(quarter ? { quarter } : {}) });
  const due = (await desk.record.read.duties.find(subject))?.due ?? dueOf(cycle, quarter);
  if (kind === 'extension') return { ...base, subject, detail: detailOfMove({ cause: moveCauses.find((each) => each === name) ?? 'extend', before: calendar.addWorkingDays(due, -5) }), due };
  const ladder = parseDutyId(subject)?.kind ?? 'plan';
  return { ...base, subject, detail: group === kind ? name : ladder, due: kind === 'decision' ? null : due };
}

function dueOf({ settings: { calendar } }: Cycle, quarter: Quarter | undefined): PlainDate {
  return calendar.periods.find((each) => each.quarter === quarter)?.due ?? calendar.draftsDue;
}

/** A day on which such a mail goes out: three working days before the due date, one after it for an escalation. */
function dayOf(key: string, due: PlainDate | null, calendar: WorkingCalendar): PlainDate {
  const last = calendar.dueOn(due ?? '2022-01-03');
  if (key === 'letter.today') return last;
  return calendar.addWorkingDays(last, key.startsWith('escalation') || key === 'letter.late' ? 1 : -3);
}
