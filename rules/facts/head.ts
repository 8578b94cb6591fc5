import type { SubmissionContent } from '../../domain/submission.ts';
import { text, year, yesNo } from './define.ts';
import { family, type ScopeItems } from './family.ts';
import { secretMarkOf } from './secrecy.ts';
import { missingSections } from './sections.ts';

/** The one item of the scope `document`: the submission itself. */
export const documents: ScopeItems<SubmissionContent> = {
  scope: 'document',
  items: ({ input }) => [input.content],
  origins: (content) => ({ secret: secretMarkOf(content)?.pointer ?? '' }),
};

/** Whose document it is, of which plan, under which number, and what it has to hold. */
export const headFacts = family<SubmissionContent>({
  scope: 'document',
  stages: ['plan', 'report'],
  facts: {
    'document.symbol': text('số, ký hiệu văn bản', 'the number and symbol of the document', ['content/symbol'], ({ symbol }) => symbol?.trim()),
    'document.plan': text('kế hoạch ghi trong bản nộp', 'the plan named in the submission', ['content/plan'], ({ plan }) => plan),
    'document.year': year('năm ghi trong bản nộp', 'the year named in the submission', ['content/year'], (content) => content.year),
    'document.unit': text('đơn vị ghi trong bản nộp', 'the unit named in the submission', ['content/unit'], ({ unit }) => unit),
    'document.missingSections': text('mục còn thiếu', 'the sections that are missing', ['content/sections'], (content) => missingSections(content).join(', ')),
    'plan.id': text('mã kế hoạch của tỉnh', 'the id of the plan in force', ['plan/id'], (_, { input }) => input.plan.id),
    'plan.year': year('năm kế hoạch', 'the plan year', ['plan/year'], (_, { input }) => input.plan.year),
    'unit.code': text('mã đơn vị nộp', 'the code of the submitting unit', ['register/units'], (_, { input }) => input.unit.code),
    'focal.name': text('tên người đầu mối', 'the name of the focal point', ['content/focalPoint'], ({ focalPoint }) => focalPoint?.name),
    'focal.email': text('thư điện tử của đầu mối', 'the e-mail address of the focal point', ['content/focalPoint/email'], ({ focalPoint }) => focalPoint?.email?.trim()),
    'focal.phone': text('số điện thoại của đầu mối', 'the telephone number of the focal point', ['content/focalPoint/phone'], ({ focalPoint }) => focalPoint?.phone),
    'focal.isGiven': yesNo('có người đầu mối', 'whether there is a focal point', ['content/focalPoint'], ({ focalPoint }) => Boolean(focalPoint?.name.trim())),
  },
});
