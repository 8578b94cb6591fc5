import type { AnyPage } from '../../http/page.ts';
import { createWebhookAct, newWebhookPage, webhooksPage } from './list.ts';
import { replayAct, switchAct, testAct, webhookPage } from './one.ts';

export const webhookPages: readonly AnyPage[] = [webhooksPage, newWebhookPage, createWebhookAct, webhookPage, switchAct, testAct, replayAct];
