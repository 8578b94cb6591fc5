import { aspects } from '../../domain/plan.ts';
import { parts, plan, planOfUnit, reportOfUnit, unit } from '../support/api.ts';

const hash = '0'.repeat(64);
const why = { reason: 'Thử quyền' };
const cycle = '2022-tinh';

/** A body of the right form for each route that takes one: what is then refused is refused for other reasons than its form. */
export const bodies: Readonly<Record<string, unknown>> = {
  changeMyPassword: { current: 'khong-phai-mat-khau', next: 'mat-khau-moi-12' },
  setMyLanguage: { language: 'vi' }, setMyReminders: { optedOut: false },
  createMyToken: { name: 'Thử' }, readMyNotices: { upTo: 1 },
  setCalendarDay: { kind: 'holiday', name: 'Nghỉ', nameEn: 'Off', source: 'Thông báo thử' },
  setCalendarDays: { days: [{ date: '2030-01-02', kind: 'holiday', name: 'Nghỉ', nameEn: 'Off', source: 'Thông báo thử' }] },
  importCalendarFile: { text: '2030-01-02;holiday;Nghỉ;Off;Thông báo thử' }, previewCalendarFile: { text: '2030-01-02;holiday;Nghỉ;Off;Thông báo thử' },
  createPlanDraft: { plan: 'gia-lai-2023', title: 'Kế hoạch thử', year: 2023, base: 'khong-co' },
  replacePlanDraft: { body: plan },
  publishPlanDraft: { version: 1 },
  registerUnit: { code: 'so-moi', name: 'Sở mới', level: 'department', parent: 'khong-co', validFrom: '2030-01-01', source: 'Nghị quyết thử' },
  changeUnits: { kind: 'close', units: ['khong-co'], on: '2030-01-01', source: 'Nghị quyết thử' },
  saveContacts: { contacts: [{ part: 'focal', name: 'Nguyễn Văn A', email: 'a@gialai.gov.vn' }] },
  launch: { planId: plan.id, key: 'khac' }, startLaunchDraft: { planId: 'khong-co', key: 'khac' }, saveLaunchDraft: { guidance: 'Thử quyền' },
  publishGuidance: {},
  pauseCycle: why, resumeCycle: why, changeLadder: { ladder: { plan: [{ days: 0, to: 'unit', text: 'khong-co' }] }, ...why }, previewLadder: { ladder: {} },
  // Without a reason: the year and its unit have to last for the other routes.
  cancelCycle: {}, retireUnit: {},
  addUnit: { unit: 'khong-co', ...why },
  extendMany: { duties: ['plan/none/none'], due: '2030-01-01', ...why },
  grantWaiver: { unit: 'khong-co', target: 'x', approver: 'UBND tỉnh', expires: '2030-01-01', ...why },
  savePlanDraft: { content: planOfUnit() }, saveReportDraft: { content: reportOfUnit('Q1') },
  checkPlan: {}, checkReport: {},
  submitPlan: {}, submitReport: {},
  withdrawPlan: why, withdrawReport: why,
  extendPlan: { due: '2030-01-01', ...why }, extendReport: { due: '2030-01-01', ...why },
  remindPlan: {}, remindReport: {},
  reopenPlan: why, reopenReport: why,
  giveOpinion: { answer: 'agree', contentHash: hash, ...why },
  conclude: { answer: 'fit', contentHash: hash, ...why },
  decidePlan: { decision: 'approve', contentHash: hash, ...why },
  acceptReport: {}, returnReport: why, correctReport: { ...why, content: reportOfUnit('Q1') },
  decideDirective: { text: 'Thử quyền', unit: 'khong-co', due: '2030-01-01' },
  noteDirective: { text: 'Thử quyền' }, completeDirective: { evidence: 'Thử quyền' }, reviseDirective: { due: '2030-01-01', ...why },
  saveMailText: { vi: 'Thử', en: 'Try' }, previewMailText: {}, saveRungText: { name: 'Thử', words: { vi: { subject: 'Thử', body: '' }, en: { subject: 'Try', body: '' } } }, retireRungText: { isRetired: true }, previewRungText: {}, reportBounce: { message: 'khong phai bao cao' },
  createAccount: { login: 'moi', name: 'Mới', unit: 'khong-co', roles: ['agency'] },
  changeAccount: { name: 'Mới' },
  createWebhook: { name: 'Thử', url: 'http://khong-an-toan.example', events: ['plan.approved'] },
  switchWebhook: { state: 'off' },
  replayDeliveries: {},
};

export const aspectAsked = aspects.find((aspect) => aspect === 'recurrent') ?? aspects[0];

/** Values of the path parameters, by name; ids are ones that do not exist. */
export const params: Readonly<Record<string, string>> = { cycle, unit, quarter: 'Q1', number: '1', aspect: aspectAsked, date: '2030-01-02', id: 'khong-co', key: 'digest' };
export const queries: Readonly<Record<string, string>> = { previewCalendarDay: '?kind=holiday', readCompliance: '?quarter=Q1', search: '?q=noi' };

export const holders = { appraiser: parts.appraisers[aspectAsked], lead: parts.leadAppraiser, approver: parts.approver } as const;
