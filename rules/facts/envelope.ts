import { ratioOf, type Ratio } from '../../domain/ratio.ts';
import type { BudgetLine, PlanContent } from '../../domain/submission.ts';
import { announcedLines, sumOfAnnounced, type AnnouncedLine } from './announced.ts';
import { sumOfLines } from './budget-total.ts';
import type { FactContext, Placed } from './context.ts';
import { money, ratio, text, yesNo } from './define.ts';
import { family } from './family.ts';

const ofUnit = ({ input }: FactContext): readonly AnnouncedLine[] => announcedLines(input.plan).filter(({ unit }) => unit === input.unit.code);

/** A unit's budget against what the province's plan announces. */
export const envelopeFacts = family<PlanContent>({
  scope: 'document',
  stages: ['plan'],
  facts: {
    'envelope.unit': money('kinh phí kế hoạch của tỉnh nêu cho đơn vị', 'what the plan announces for the unit', ['plan/tables'], (_, context) => sumOfAnnounced(ofUnit(context))),
    'envelope.all': money('tổng kinh phí kế hoạch của tỉnh nêu', 'what the plan announces in total', ['plan/tables'], (_, { input }) => sumOfAnnounced(announcedLines(input.plan))),
    'envelope.asked': money('tổng các hạng mục của đơn vị', 'the sum of the unit’s lines', ['content/budget'], sumOfLines),
    'envelope.above': money('phần vượt', 'the excess', ['content/budget', 'plan/tables'], (content, context) => {
      const [asked, announced] = [sumOfLines(content), sumOfAnnounced(ofUnit(context)) ?? sumOfAnnounced(announcedLines(context.input.plan))];
      return asked !== null && announced !== undefined ? Math.max(0, asked - announced) : null;
    }),
  },
});

const words = (name: string): ReadonlySet<string> => new Set(name.normalize('NFC').toLocaleLowerCase('vi').match(/\p{L}{2,}/gu));

/** Share of the shorter name's words that the other has too. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): Ratio | undefined {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  return ratioOf([...short].filter((word) => long.has(word)).length, short.size);
}

function nearest({ entry }: Placed<BudgetLine>, context: FactContext): { readonly share: Ratio; readonly name: string } | undefined {
  const own = words(entry.name);
  const found = ofUnit(context).flatMap(({ name }) => {
    const share = likeness(own, words(name));
    return share ? [{ share, name }] : [];
  });
  return found.sort((a, b) => b.share.numerator / b.share.denominator - a.share.numerator / a.share.denominator)[0];
}

/** Half of the lines' totals are at most this; missing with fewer than three. */
function median(content: PlanContent | undefined): number | undefined {
  const totals = (content?.budget ?? []).flatMap(({ total }) => (typeof total === 'number' && total > 0 ? [total] : [])).sort((a, b) => a - b);
  return totals.length >= 3 ? totals[Math.floor((totals.length - 1) / 2)] : undefined;
}

/** One line beside what the plan announces, beside the other lines, and who appraises it. */
export const lineBesideFacts = family<Placed<BudgetLine>>({
  scope: 'budget',
  stages: ['plan'],
  facts: {
    'line.nearness': ratio('mức giống hạng mục tỉnh nêu', 'how near it is to a line that the plan announces', ['item/name', 'plan/tables'], (line, context) => nearest(line, context)?.share),
    'line.nearestAnnounced': text('hạng mục tỉnh nêu gần nhất', 'the nearest line that the plan announces', ['plan/tables'], (line, context) => nearest(line, context)?.name),
    'line.median': money('mức giữa của các hạng mục', 'the middle of the lines', ['content/budget'], (_, { plan }) => median(plan)),
    'line.ofMedian': ratio('tỷ lệ so với mức giữa của các hạng mục', 'the share of the middle of the lines', ['item/total', 'content/budget'], ({ entry }, { plan }) => {
      const middle = median(plan);
      return typeof entry.total === 'number' && entry.total > 0 ? ratioOf(entry.total, middle) : null;
    }),
    'line.isSelfAppraised': yesNo('đơn vị tự thẩm định hạng mục', 'whether the unit appraises the line itself', ['item/aspect', 'plan/roles'], ({ entry }, { input }) => input.plan.roles.appraisers[entry.aspect] === input.unit.code),
  },
});
