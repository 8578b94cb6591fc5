import type { AnyPage } from '../../http/page.ts';
import { noticesPage, openNoticeAct, readNoticeAct, readNoticesAct } from './inbox.ts';

export const noticePages: readonly AnyPage[] = [noticesPage, readNoticesAct, openNoticeAct, readNoticeAct];
