import type { Cycle } from '../../../domain/cycle.ts';
import { defaultAllowances, defaultLadder, defaultQuietHours } from '../../../domain/cycle.ts';
import type { Duty, Opinion } from '../../../domain/duty.ts';
import { opinionId, planDutyId, reportDutyId } from '../../../domain/ids.ts';
import { atTime, dateOf, timeOf } from '../../../domain/plain-date.ts';
import { dutyView, type DutyFacts } from '../../../domain/view/duty-view.ts';
import type { DutyView } from '../../../domain/views.ts';
import { workingCalendar } from '../../../domain/working-calendar.ts';

/** The year 2022 as planned: drafts due on Friday 29/10/2021, approval by Friday 10/12, first reports on Sunday 20/3/2022. */
export const cycle: Cycle = {
  id: '2022-t', year: 2022, key: 't', planId: 'p', planHash: 'h', title: 'Năm 2022', rehearsal: false, clock: { kind: 'identity' }, state: 'drafting', version: 3,
  settings: {
    roles: { secretariat: 'tt', committee: 'bcd', approver: 'ub', leadAppraiser: 'tt', appraisers: { technical: 'tt', investment: 'kh', recurrent: 'tc', security: 'ca' } },
    calendar: {
      guidance: '2021-10-01', draftsDue: '2021-10-29', appraisalDue: '2021-11-30', approvalDue: '2021-12-10', closing: '2022-12-30',
      periods: [{ quarter: 'Q1', from: '2021-12-15', to: '2022-03-14', due: '2022-03-20' }, { quarter: 'Q2', from: '2022-03-15', to: '2022-06-14', due: '2022-06-20' }],
    },
    ladder: defaultLadder, allowances: defaultAllowances, quietHours: defaultQuietHours, shardSize: 200,
  },
  guidance: '', publishedAt: atTime('2021-10-01', '09:00'), pausedAt: null, endedReason: null, createdAt: atTime('2021-09-30', '09:00'),
};

export const calendar = workingCalendar([]);

export function aPlanDuty(more: Partial<Duty> = {}): Duty {
  return {
    id: planDutyId(cycle.id, 'so-a'), cycle: cycle.id, kind: 'plan', unit: 'so-a', quarter: null, state: 'draft', version: 1, round: 1, due: '2021-10-29', unitDue: '2021-10-29', late: false,
    submission: null, contentHash: null, approvedHash: null, shard: 0, openedAt: atTime('2021-10-01', '09:00'), submittedAt: null, endedAt: null, ...more,
  };
}

export function aReportDuty(more: Partial<Duty> = {}): Duty {
  return aPlanDuty({ id: reportDutyId(cycle.id, 'Q1', 'so-a'), kind: 'report', quarter: 'Q1', state: 'open', due: '2022-03-21', unitDue: '2022-03-21', openedAt: atTime('2022-03-14', '08:00'), ...more });
}

export function anOpinion(aspect: Opinion['aspect'], more: Partial<Opinion> = {}): Opinion {
  const duty = planDutyId(cycle.id, 'so-a');
  return { id: opinionId(duty, 1, aspect), duty, round: 1, aspect, appraiser: cycle.settings.roles.appraisers[aspect], due: '2021-11-08', answer: null, reason: null, lines: [], contentHash: 'h', givenAt: null, givenBy: null, ...more };
}

/** The view of a duty at a day and time, with everything else as usual. */
export function viewAt(when: string, duty: Duty, more: Partial<DutyFacts> = {}): DutyView {
  const [date = '', time = '08:00'] = when.split(' ');
  return dutyView({ duty, cycle, opinions: [], reminders: [], since: duty.openedAt, calendar, isUnsettled: false, now: atTime(date, time), ...more });
}

/** `2021-10-29 08:00`, to be read. */
export const spoken = (at: number | null): string | null => (at === null ? null : `${dateOf(at)} ${timeOf(at)}`);
