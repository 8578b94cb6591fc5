import type { AnyPage } from '../../http/page.ts';
import { checklistPage } from './checklist.ts';
import { handingActs } from './hand.ts';
import { overviewPages } from './overview.ts';
import { pasteActs, pastePages } from './paste.ts';
import { receiptPages } from './receipt.ts';
import { reviewPages, submitActs } from './review.ts';
import { sectionActs, sectionPages } from './section.ts';
import { withdrawActs, withdrawPages } from './withdraw.ts';

/** `review` and `submit` before the parts of the form, whose addresses they would else be. */
export const agencyPages: readonly AnyPage[] = [checklistPage, ...overviewPages, ...reviewPages, ...submitActs, ...pastePages, ...pasteActs, ...sectionPages, ...sectionActs, ...handingActs, ...receiptPages, ...withdrawPages, ...withdrawActs];
