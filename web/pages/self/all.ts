import type { AnyPage } from '../../http/page.ts';
import { accountPage, endSessionAct, setLanguageAct, setRemindersAct } from './account.ts';
import { changePasswordAct, passwordPage } from './password.ts';
import { createTokenAct, revokeTokenAct, tokensPage } from './tokens.ts';

export const selfPages: readonly AnyPage[] = [accountPage, setLanguageAct, setRemindersAct, endSessionAct, passwordPage, changePasswordAct, tokensPage, createTokenAct, revokeTokenAct];
