import type { AnyPage } from '../http/page.ts';
import { adminPages } from './admin/all.ts';
import { appraisalPages } from './appraisal/all.ts';
import { agencyPages } from './agency/all.ts';
import { deliveryPages } from './deliveries/all.ts';
import { dutyPages } from './duty/duty.ts';
import { feedPages } from './feeds/all.ts';
import { filePages } from './files/all.ts';
import { committeePages } from './committee/all.ts';
import { noticePages } from './notices/all.ts';
import { plansPages } from './plans/all.ts';
import { registersPages } from './registers/all.ts';
import { rehearsalPages } from './rehearsal/all.ts';
import { searchPages } from './search/all.ts';
import { secretariatPages } from './secretariat/all.ts';
import { selfPages } from './self/all.ts';
import { webhookPages } from './webhooks/all.ts';
import { workPages } from './work/all.ts';

/** Every page and every act: the one table that the router and the tests read. */
export const pages: readonly AnyPage[] = [...selfPages, ...feedPages, ...workPages, ...noticePages, ...searchPages, ...secretariatPages, ...committeePages, ...appraisalPages, ...adminPages, ...deliveryPages, ...webhookPages, ...rehearsalPages, ...plansPages, ...registersPages, ...dutyPages, ...filePages, ...agencyPages];
