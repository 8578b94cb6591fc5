import type { AnyPage } from '../../http/page.ts';
import { accountPage, endSessionAct } from './account.ts';
import { changePasswordAct, passwordPage } from './password.ts';

export const selfPages: readonly AnyPage[] = [accountPage, endSessionAct, passwordPage, changePasswordAct];
