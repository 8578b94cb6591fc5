import type { Delivery } from '../../domain/delivery.ts';
import type { PlainDate } from '../../domain/date.ts';
import { parseDirectiveId, parseDutyId } from '../../domain/ids.ts';
import { parseMove } from '../../domain/moved-due.ts';
import { formatDate } from '../../domain/plain-date.ts';
import type { Language } from '../../domain/text.ts';
import { filled, loadTexts } from './texts.ts';

/** What a letter says of one matter. */
export interface Line {
  readonly sentence: string;
  readonly due: PlainDate | null;
  readonly link: string | null;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What words need beyond the deliveries themselves. */
export interface About {
  readonly cycle: { readonly title: string; readonly year: number; readonly rehearsal: boolean };
  readonly unitName: (code: string) => string;
  /** Absolute address of the page about it; null where nobody knows under which address people reach the pages. */
  readonly linkTo: (delivery: Delivery) => string | null;
}

export type WriteLetter = (deliveries: readonly [Delivery, ...Delivery[]], about: About) => Letter;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Mails in one language, plain and HTML: one matter in full, or several of one person as a list. */
export function letterWriter(language: Language): WriteLetter {
  const texts = loadTexts(language);

  function sentenceOf({ kind, detail, subject, unit, due }: Delivery, { cycle: { year }, unitName }: About): string {
    const duty = parseDutyId(subject);
    const quarter = duty?.quarter ? texts.quarter[duty.quarter] : '';
    const what = duty ? filled(texts.what[duty.kind], { year, quarter }) : filled(texts.what.directive, { number: parseDirectiveId(subject)?.number ?? detail });
    const figures = { what, unit: unitName(duty?.unit ?? unit), due: due === null ? '' : formatDate(due, language) };
    if (kind === 'directive') return filled(texts.directive, figures);
    if (kind === 'guidance') return filled(texts.guidance, { year });
    const moved = parseMove(detail);
    if (kind === 'extension') return filled(texts.extension[moved?.cause ?? 'extend'] ?? '', { ...figures, before: moved ? formatDate(moved.before, language) : '' });
    const known: Readonly<Record<string, string>> = texts[kind];
    return filled(known[detail] ?? texts.reminder['manual'] ?? '', figures);
  }

  return (deliveries, about) => {
    const lines = oncePerSubject(deliveries).map((delivery): Line => ({ sentence: sentenceOf(delivery, about), due: delivery.due, link: about.linkTo(delivery) }));
    const [first] = lines;
    const earliest = lines.flatMap(({ due }) => due ?? []).toSorted()[0];
    const subject = lines.length === 1 && first ? first.sentence : filled(texts.digest, { count: lines.length, due: earliest === undefined ? '' : formatDate(earliest, language) });
    const { greeting, open, footer, rehearsal } = texts.letter;
    const hello = filled(greeting, { name: deliveries[0].name });
    const end = [filled(footer, { cycle: about.cycle.title }), ...(about.cycle.rehearsal ? [rehearsal] : [])];
    return {
      subject,
      text: [hello, '', ...lines.flatMap(({ sentence, link }) => [`- ${sentence}.`, ...(link === null ? [] : [`  ${open}: ${link}`]), '']), '--', ...end, ''].join('\n'),
      html: [
        `<!doctype html><html lang="${language}"><meta charset="utf-8"><body><p>${escaped(hello)}</p><ul>`,
        ...lines.map(({ sentence, link }) => `<li>${escaped(sentence)}.${link === null ? '' : ` <a href="${escaped(link)}">${escaped(open)}</a>`}</li>`),
        `</ul>${end.map((each) => `<p><small>${escaped(each)}</small></p>`).join('')}</body></html>`, '',
      ].join('\n'),
    };
  };
}

/** Of several rungs about one matter the latest speaks. */
function oncePerSubject(deliveries: readonly Delivery[]): readonly Delivery[] {
  return [...new Map(deliveries.map((each) => [`${each.subject} ${each.detail}`, each])).values()];
}
