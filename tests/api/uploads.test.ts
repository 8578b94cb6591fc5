import { join } from 'node:path';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../api/uploads/inspect.ts';
import type { Attachment } from '../../domain/attachment.ts';
import { fileFaults } from '../../domain/file-faults.ts';
import type { ReportContent } from '../../domain/submission.ts';
import { problem, unit } from '../support/api.ts';
import { aDocx, aJpeg, aPdf, aPng, anXlsx, aZip } from '../support/files.ts';
import { openUploads, type UploadsTest } from '../support/uploads.ts';

let test: UploadsTest;
beforeAll(async () => {
  test = await openUploads();
});
afterAll(() => test.api.close());

describe('a file that is taken', () => {
  it.each([['bao-cao.pdf', aPdf(), 'pdf'], ['Báo cáo.docx', aDocx(), 'docx'], ['so lieu.xlsx', anXlsx(), 'xlsx'], ['anh.png', aPng(), 'png'], ['anh.jpg', aJpeg(), 'jpeg']] as const)('%s is kept as it came, and comes back so', async (name, bytes, kind) => {
    const answer = await test.add(bytes, name);
    expect(answer.body.file, answer.text).toMatchObject({ name, kind, size: bytes.length, unit, target: null, uploadedBy: test.agency.id });
    expect(answer.status).toBe(201);
    const { id, hash } = answer.body.file as Attachment;
    expect((await test.stored()).kept).toContain(hash);
    const { body, headers } = await test.download(test.agency, `${test.base}/${id}`);
    expect(Buffer.compare(body as Buffer, bytes)).toBe(0);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'content-length': String(bytes.length) });
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name.normalize('NFC'))}`);
  });

  it('is evidence of its test.target, in the draft, until it is taken out', async () => {
    const { file } = (await test.add(aPdf('chi tieu'), 'chi-tieu.pdf', `?target=${test.target}`)).body as { file: Attachment };
    expect(await test.evidence()).toEqual([`file:${file.id}`]);
    await test.agency.send('delete', `${test.base}/${file.id}`);
    expect(await test.evidence()).toEqual([]);
    expect((await test.listed(test.agency)).map(({ id }) => id)).not.toContain(file.id);
    problem(await test.agency.get(`${test.base}/${file.id}`), 'not-found');
    expect((await test.api.audit()).filter(({ act }) => act === 'removeFile')).toMatchObject([{ outcome: 'done', unit, details: { file: file.id, target: test.target } }]);
  });

  it('sent twice is stored once and listed once; the same content elsewhere is stored once', async () => {
    const before = (await test.stored()).kept.length;
    const bytes = aPdf('hai lan');
    const [first, second] = await Promise.all([test.add(bytes, 'hai-lan.pdf', `?target=${test.target}`), test.add(bytes, 'hai-lan.pdf', `?target=${test.target}`)]);
    expect(second.body).toEqual(first.body);
    expect(await test.evidence()).toEqual([`file:${first.body.file.id}`]);
    const elsewhere = await test.add(bytes, 'ten-khac.pdf');
    expect(elsewhere.body.file.id).not.toBe(first.body.file.id);
    expect(elsewhere.body.file.hash).toBe(first.body.file.hash);
    expect((await test.stored()).kept).toHaveLength(before + 1);
    await test.agency.send('delete', `${test.base}/${first.body.file.id}`);
    expect((await test.download(test.agency, `${test.base}/${elsewhere.body.file.id}`)).status).toBe(200);
  });

  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'], ['C:\\Users\\A\\báo cáo.pdf', 'báo cáo.pdf'], ['<img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1).pdf'], ['bao\u202Efdp.exe', 'baofdp.exe.pdf'],
    ['ba\u0301o ca\u0301o.pdf', 'báo cáo.pdf'], ['...pdf', 'pdf.pdf'], [`${'dài '.repeat(100)}.pdf`, `${'dài '.repeat(30).trim()}.pdf`],
  ])('has its name %j tidied', async (name, expected) => {
    const { file } = (await test.add(aPdf(name), name)).body as { file: Attachment };
    expect(file.name).toBe(expected);
    await test.agency.send('delete', `${test.base}/${file.id}`);
  });
});

describe('a file that is refused', () => {
  let before: Awaited<ReturnType<UploadsTest['stored']>>;
  let content: ReportContent;
  const unchanged = async (): Promise<void> => {
    expect(await test.stored()).toEqual({ kept: before.kept, incoming: [] });
    expect(await test.draft()).toEqual(content);
  };
  beforeAll(async () => {
    [before, content] = [await test.stored(), await test.draft()];
  });
  afterEach(unchanged);

  const exe = Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(2000)]);
  const zeros = Buffer.alloc(300 * 2 ** 20);
  it.each([
    ['a program called .pdf', 'bao-cao.pdf', () => exe, 'file-kind'],
    ['a page called .pdf', 'bao-cao.pdf', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-kind'],
    ['a zip called .docx', 'bao-cao.docx', () => aZip([{ name: 'a.txt', data: 'x' }]), 'file-kind'],
    ['nothing at all', 'rong.pdf', () => Buffer.alloc(0), 'file-empty'],
    ['a macro project', 'bao-cao.docx', () => aDocx(['x'], [{ name: 'word/vbaProject.bin', data: 'x' }]), 'file-macro'],
    ['a docm called .docx', 'bao-cao.docx', () => aDocx(['x'], [], 'application/vnd.ms-word.document.macroEnabled.main+xml'), 'file-macro'],
    ['sheets that are macros', 'so.xlsx', () => anXlsx(['x'], [{ name: 'xl/macrosheets/sheet1.xml', data: '<x/>' }]), 'file-macro'],
    ['an encrypted entry', 'bao-cao.docx', () => aDocx(['x'], [{ name: 'word/media/a.bin', data: 'x', encrypted: true }]), 'file-encrypted'],
    ['Office behind a password, or old', 'bao-cao.docx', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]), 'file-old-office'],
    ['a way out', 'bao-cao.docx', () => aDocx(['x'], [{ name: '../../evil.xml', data: 'x' }]), 'file-unsafe-path'],
    ['an absolute way', 'bao-cao.docx', () => aDocx(['x'], [{ name: '/etc/evil.xml', data: 'x' }]), 'file-unsafe-path'],
    ['300 MB of zeros, declared', 'bom.xlsx', () => anXlsx(['x'], [{ name: 'xl/media/a.bin', data: zeros }]), 'file-bomb'],
    ['300 MB of zeros, declared as 10 bytes', 'bom.xlsx', () => anXlsx(['x'], [{ name: 'xl/media/a.bin', data: zeros, declared: 10 }]), 'file-bomb'],
    ['very many entries', 'nhieu.docx', () => aDocx(['x'], Array.from({ length: 5_001 }, (_, index) => ({ name: `word/${index}.xml`, data: '' }))), 'file-bomb'],
    ['a document cut short', 'cut.docx', () => aDocx(['Báo cáo']).subarray(0, 300), 'file-damaged'],
  ] as const)('%s: said why, nothing kept, the draft as it was', async (_, name, make, code) => {
    const answer = await test.add(make(), name, `?target=${test.target}`);
    expect(problem(answer, 'invalid-input').errors).toEqual([{ pointer: '/file', code, message: fileFaults[code] }]);
  });

  it.each([
    ['in its name', 'Báo cáo (MẬT).pdf', aPdf()], ['in its name, in full', 'to trinh_TUYET MAT.pdf', aPdf()], ['as a stamp in Word', 'a.docx', aDocx(['UBND TỈNH', 'TỐI MẬT', 'Báo cáo'])],
    ['cut into pieces', 'a.docx', aDocx(['<w:t>M</w:t><w:t>ẬT</w:t>'])], ['as a number of the letter', 'a.docx', aDocx(['M&#7852;T'])], ['in a header', 'a.docx', aDocx(['x'], [{ name: 'word/header1.xml', data: '<w:hdr><w:p><w:t>Độ mật: Mật</w:t></w:p></w:hdr>' }])],
    ['in a sheet', 'a.xlsx', anXlsx(['Đơn vị', 'MẬT'])],
  ])('bears a state-secret mark %s', async (_, name, bytes) => {
    const last = await test.api.record.read.audit.lastId();
    const answer = await test.add(bytes, name);
    expect(problem(answer, 'state-secret').errors).toEqual([{ pointer: '/file', code: 'secret-mark' }]);
    const rows = (await test.api.record.read.audit.list({ after: last }, { limit: 10 })).items;
    expect(rows).toMatchObject([{ outcome: 'refused', act: 'addReportFile', unit, details: { code: 'state-secret' } }]);
    expect(JSON.stringify(rows)).not.toContain(name);
  });

  it('speaks of security without being secret', async () => {
    for (const [name, bytes] of [['An_toàn_bảo_mật.pdf', aPdf()], ['BẢO MẬT.docx', aDocx(['Công tác bảo mật, bảo vệ bí mật nhà nước', 'Danh mục tài liệu mật'])]] as const) {
      const { status, body, text } = await test.add(bytes, name);
      expect(status, text).toBe(201);
      await test.agency.send('delete', `${test.base}/${body.file.id}`);
    }
    before = await test.stored();
  });

  it('larger than 20 MB: cut off while it arrives', async () => {
    const { detail } = problem(await test.add(Buffer.concat([aPdf(), Buffer.alloc(21 * 2 ** 20)]), 'lon.pdf'), 'too-large');
    expect(detail).toBe('Nội dung gửi lên vượt quá 20 MB.');
  });

  it('for a test.target that the report does not have, or for two things, or without a file, or not as a form', async () => {
    expect(problem(await test.add(aPdf(), 'a.pdf', '?target=khong-co'), 'invalid-input').errors).toMatchObject([{ pointer: '/target', code: 'file-subject', value: 'khong-co' }]);
    expect(problem(await test.add(aPdf(), 'a.pdf', `?target=${test.target}&task=x`), 'invalid-input').errors).toMatchObject([{ pointer: '/task', code: 'one-subject' }]);
    expect(problem(await request(test.api.app.express).post(`/api/v1${test.base}`).set('authorization', `Bearer ${test.agency.secret}`).field('x', 'y'), 'invalid-input').errors).toMatchObject([{ code: 'file-missing' }]);
    expect(problem(await test.agency.send('post', test.base, { file: 'x' }), 'unsupported-media-type').detail).toBe('The body has to be multipart/form-data.');
  });
});

it('a file that its inspector does not survive is not taken', async () => {
  expect(await inspect(join(test.folder, 'khong-co'), 100)).toEqual({ fault: 'file-unreadable' });
});
