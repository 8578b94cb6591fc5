import { mostFiles } from './attachment.ts';
import { mostEvidence } from './evidence.ts';
import { Refused } from './refusals.ts';
import type { Bilingual } from './text.ts';

/** Why a file is not taken, and what would be. */
export const fileFaults = {
  'file-missing': { vi: 'Chưa chọn tệp.', en: 'No file was chosen.' },
  'file-not-sent': { vi: 'Tệp đã chọn chưa được tải lên. Chọn lại tệp rồi bấm “Tải lên”, hoặc tiếp tục mà không có tệp.', en: 'The chosen file was not uploaded. Choose it again and press “Upload”, or go on without it.' },
  'file-empty': { vi: 'Tệp rỗng, không có nội dung.', en: 'The file is empty.' },
  'file-kind': {
    vi: 'Nội dung của tệp không phải PDF, Word (.docx), Excel (.xlsx), PNG hay JPEG. Hãy lưu tệp sang một trong các dạng đó rồi tải lên lại.',
    en: 'The content of the file is not PDF, Word (.docx), Excel (.xlsx), PNG or JPEG. Save it as one of these and upload it again.',
  },
  'file-old-office': {
    vi: 'Tệp Office kiểu cũ (.doc, .xls) hoặc có mật khẩu thì không kiểm tra được. Hãy lưu thành .docx hoặc .xlsx, bỏ mật khẩu, rồi tải lên lại.',
    en: 'Office files of the old kind (.doc, .xls) or with a password cannot be checked. Save it as .docx or .xlsx without a password and upload it again.',
  },
  'file-macro': { vi: 'Tệp có chứa macro hoặc điều khiển ActiveX. Hãy lưu thành .docx hoặc .xlsx không macro rồi tải lên lại.', en: 'The file holds macros or ActiveX controls. Save it as .docx or .xlsx without macros and upload it again.' },
  'file-encrypted': { vi: 'Tệp được mã hóa hoặc có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.', en: 'The file is encrypted. Remove its password and upload it again.' },
  'file-unsafe-path': { vi: 'Bên trong tệp có đường dẫn trỏ ra ngoài tệp; tệp không do Word hay Excel tạo ra. Hãy mở và lưu lại bằng Word hoặc Excel.', en: 'Names inside the file lead out of it; Word and Excel do not make such files. Open it and save it again.' },
  'file-bomb': { vi: 'Tệp nén quá mức: mở ra sẽ lớn hơn nhiều so với kích thước tải lên. Hãy giảm nội dung hoặc xuất sang PDF.', en: 'The file unpacks to far more than it weighs. Reduce its content or export it as PDF.' },
  'file-damaged': { vi: 'Tệp bị hỏng hoặc chưa tải lên hết. Hãy mở thử tệp trên máy, lưu lại rồi tải lên lại.', en: 'The file is damaged or incomplete. Open it on your machine, save it and upload it again.' },
  'file-unreadable': { vi: 'Không kiểm tra được tệp trong thời gian và bộ nhớ cho phép. Hãy chia nhỏ tệp hoặc xuất sang PDF.', en: 'The file could not be checked within the time and memory allowed. Split it or export it as PDF.' },
  'file-too-many': { vi: `Đã đủ số tệp tối đa (${mostEvidence} cho mỗi chỉ tiêu, nhiệm vụ; ${mostFiles} trong cả hồ sơ). Hãy bỏ bớt tệp không cần thiết.`, en: `There are as many files as are taken (${mostEvidence} for a target or task, ${mostFiles} in all). Remove those not needed.` },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type FileFault = keyof typeof fileFaults;

export function fileRefused(code: FileFault): Refused {
  return new Refused('invalid-input', { errors: [{ pointer: '/file', code, message: fileFaults[code] }] });
}
