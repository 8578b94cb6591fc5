import type { Bilingual, Language } from '../../domain/text.ts';

export type Words = Readonly<Record<keyof typeof texts, string>>;

const texts = {
  intro: { vi: 'Mọi việc của chu kỳ, đọc và thử ngay tại đây. Đăng nhập để thử với quyền của tài khoản.', en: 'Everything of a cycle, to read and to try here. Sign in to try it with the rights of an account.' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  login: { vi: 'Tên đăng nhập', en: 'Login' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signedInAs: { vi: 'Đang dùng tài khoản', en: 'Signed in as' },
  signedOut: { vi: 'Chưa đăng nhập.', en: 'Not signed in.' },
  failed: { vi: 'Không gửi được yêu cầu', en: 'The request could not be sent' },
  contents: { vi: 'Mục lục', en: 'Contents' },
  action: { vi: 'Quyền', en: 'Permission' },
  body: { vi: 'Nội dung (JSON)', en: 'Body (JSON)' },
  send: { vi: 'Gửi', en: 'Send' },
  schema: { vi: 'Lược đồ nội dung', en: 'Schema of the body' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const tagTitles: Readonly<Record<string, Bilingual>> = {
  sessions: { vi: 'Đăng nhập', en: 'Sessions' },
  me: { vi: 'Tài khoản và việc của tôi', en: 'My account and work' },
  registers: { vi: 'Kế hoạch, đơn vị, lịch, quy tắc', en: 'Plans, units, calendar, rules' },
  cycles: { vi: 'Chu kỳ', en: 'Cycles' },
  following: { vi: 'Theo dõi, đôn đốc', en: 'Following up' },
  plans: { vi: 'Kế hoạch của đơn vị', en: 'Plans of units' },
  reports: { vi: 'Báo cáo quý của đơn vị', en: 'Quarterly reports of units' },
  mails: { vi: 'Thư: lời thư, nhật ký gửi', en: 'Mails: their words, the send log' },
  administration: { vi: 'Quản trị', en: 'Administration' },
};

export function wordsOf(language: Language): Words {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[language]])) as Words;
}
