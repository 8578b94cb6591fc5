import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { PagesKit } from '../../api/contracts/pages.ts';
import type { Caller } from '../../api/use-cases/caller.ts';
import { calendarAt } from '../../domain/cycle-clock.ts';
import type { PlainDate } from '../../domain/date.ts';
import { dateOf, timeOf } from '../../domain/plain-date.ts';
import type { Language } from '../../domain/text.ts';
import { one, type Filled, unfilled } from '../http/form.ts';
import { takeNotice } from '../http/notice.ts';
import type { View, Visit } from '../http/page.ts';
import { paths } from '../paths.ts';
import { formats } from './formats.ts';
import { nameFaults } from './named-faults.ts';
import { navigationOf } from './navigation.ts';
import { createTemplates } from './templates.ts';
import { translateTo } from './translate.ts';

/** What the frame tells of the person: notices not read yet, in the top bar; the unit's name, at the head of what is printed. */
export interface Bar {
  readonly unread: number;
  readonly unitName: string;
}

export type Render = (view: View, visit: Visit, response: Response, bar: Bar) => string;

/** For pages without somebody signed in, or that stand in for one that failed. */
export type RenderBare = (view: View, about: { readonly language: Language; readonly caller: Caller | undefined; readonly url: string }) => string;

/** Puts views into the frame of all pages. `base`: where style sheet and scripts are served. */
export function createRender({ secure, version, desk }: Pick<PagesKit, 'secure' | 'version' | 'desk'>, base: string): { render: Render; renderBare: RenderBare } {
  const templates = createTemplates();

  const framed = (view: View, language: Language, caller: Caller | undefined, url: string, more: Readonly<Record<string, unknown>>): string => {
    const t = translateTo(language);
    const now = desk.now();
    return nameFaults(templates.render(view.template, {
      ...view.model, ...more, view, t, language, paths, url, base, version, format: formats(language),
      otherLanguage: language === 'vi' ? 'en' : 'vi',
      rehearsalDay: dayOfRehearsal(view.cycle, now),
      printedAt: { date: dateOf(now), time: timeOf(now) },
      person: caller && { name: caller.actor.name, unit: caller.actor.unit, roles: caller.actor.roles },
      navigation: caller && !caller.mustChangePassword ? navigationOf(caller.actor, url, view.cycle?.id, t) : [],
      csrf: caller?.credential.kind === 'session' ? caller.credential.session.csrf : '',
    }));
  };

  return {
    render: (view, visit, response, bar) => framed(view, visit.language, visit.caller, visit.url, {
      ...formHelpers(visit.filled, visit.language), key: randomUUID(), ...bar, languageUrl: languageUrlOf(view, visit, response.req.method), notice: noticeOf(response.req, response, secure, visit.language),
    }),
    // These pages say themselves what was typed and what is wrong with it.
    renderBare: (view, { language, caller, url }) => framed({ ...view, model: { ...formHelpers(unfilled, language), ...view.model } }, language, caller, url, { key: randomUUID() }),
  };
}

/** Where the other language leads: an answer to a form that has no page of its own goes back to the page above it. */
const languageUrlOf = ({ crumbs = [] }: View, { url }: Pick<Visit, 'url'>, method: string): string => (method === 'GET' ? url : crumbs.findLast(({ href }) => href !== undefined)?.href ?? url);

/** What day it is in a rehearsed year that is not over. */
function dayOfRehearsal(cycle: View['cycle'], now: number): PlainDate | undefined {
  return cycle?.rehearsal && cycle.clock && cycle.state !== 'closed' && cycle.state !== 'cancelled' ? dateOf(calendarAt(cycle.clock, now)) : undefined;
}

/** What templates ask of a form that is shown again: what was typed, else what the record says; and what is wrong with it. */
function formHelpers({ values, faults }: Filled, language: Language): Readonly<Record<string, unknown>> {
  const byField = new Map(faults.map(({ field, message }) => [field, message]));
  // the components put a colon after it
  const visuallyHiddenText = translateTo(language)('frame.errorPrefix').replace(/:$/, '');
  return {
    faults,
    typed: (name: string, otherwise: unknown = '') => (Object.hasOwn(values, name) ? one(values, name) : otherwise),
    /** Of fields that come several times under one name. */
    nth: (name: string, index: number) => [values[name] ?? []].flat()[index] ?? '',
    isTicked: (name: string, value: string, otherwise = false) => (faults.length > 0 || Object.hasOwn(values, name) ? [values[name] ?? []].flat().includes(value) : otherwise),
    fault: (name: string) => byField.get(name),
    errorMessage: (name: string) => (byField.has(name) ? { text: byField.get(name), visuallyHiddenText } : undefined),
  };
}

function noticeOf(request: Request, response: Response, secure: boolean, language: Language): string | undefined {
  const notice = takeNotice(request, response, secure);
  const t = translateTo(language);
  return notice && t.has(notice.key, notice.figures) ? t(notice.key, notice.figures) : undefined;
}
