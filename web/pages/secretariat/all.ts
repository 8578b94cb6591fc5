import type { AnyPage } from '../../http/page.ts';
import { dutiesCsv } from './duties/export.ts';
import { extendAct, extendPage } from './duties/extend.ts';
import { remindAct, remindPage } from './duties/remind.ts';
import { dutiesPage } from './duties/table.ts';
import { datesAct, datesPage } from './launch/dates.ts';
import { guidancePages } from './launch/guidance.ts';
import { previewActs, previewPage } from './launch/preview.ts';
import { remindersAct, remindersPage } from './launch/reminders.ts';
import { rolesAct, rolesPage } from './launch/roles.ts';
import { startAct, startPage } from './launch/start.ts';
import { unitsAct, unitsPage } from './launch/units.ts';
import { guidanceAct, guidancePage } from './steer/guidance.ts';
import { addMemberAct, addMemberPage, membersCsv, membersPage, retireMemberAct, retireMemberPage } from './steer/members.ts';
import { ladderAct, ladderPage } from './steer/ladder.ts';
import { reopenPages } from './steer/reopen.ts';
import { reviewAct, reviewPage } from './steer/review.ts';
import { grantWaiverAct, newWaiverPage, waiversPage } from './steer/waivers.ts';
import { steerPages } from './steer/whole.ts';
import { cyclesPage } from './year/cycles.ts';
import { overviewPage } from './year/overview.ts';
import { progressCounts, progressPage } from './year/progress.ts';
import { storyPage } from './year/story.ts';

/** Fixed addresses before those with a parameter in the same place. */
export const secretariatPages: readonly AnyPage[] = [
  startPage, startAct, unitsPage, unitsAct, datesPage, datesAct, rolesPage, rolesAct, ...guidancePages, remindersPage, remindersAct, previewPage, ...previewActs,
  cyclesPage, overviewPage, progressPage, progressCounts, dutiesPage, dutiesCsv, extendPage, extendAct, remindPage, remindAct, guidancePage, guidanceAct, ...steerPages, ladderPage, ladderAct, membersPage, membersCsv, addMemberPage, addMemberAct,
  retireMemberPage, retireMemberAct, storyPage, waiversPage, newWaiverPage, grantWaiverAct, reviewPage, reviewAct, ...reopenPages,
];
