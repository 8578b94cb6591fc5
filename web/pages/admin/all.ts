import type { AnyPage } from '../../http/page.ts';
import { accountPageOf, accountsPage, changeAccountAct, createAccountAct, lockAccountAct, newAccountPage, resetPasswordAct, unlockAccountAct } from './accounts.ts';
import { auditCsv, auditPage, verifyAuditAct } from './audit.ts';
import { systemPage } from './system.ts';

export const adminPages: readonly AnyPage[] = [
  accountsPage, newAccountPage, createAccountAct, accountPageOf, changeAccountAct, lockAccountAct, unlockAccountAct, resetPasswordAct, auditPage, auditCsv, verifyAuditAct, systemPage,
];
