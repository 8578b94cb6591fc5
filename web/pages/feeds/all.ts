import type { AnyPage } from '../../http/page.ts';
import { createFeedAct, feedsPage, revokeFeedAct } from './feeds.ts';

export const feedPages: readonly AnyPage[] = [feedsPage, createFeedAct, revokeFeedAct];
