import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../domain/delivery.ts';
import { mailTextSpecs, wordsInUse, type SavedMailText } from '../../domain/mail-texts.ts';
import type { About } from '../../domain/ports/letters.ts';
import { languages, type Language } from '../../domain/text.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { messageIdOf } from '../../notify/compose.ts';
import { writeLetter } from '../../notify/letters/letter.ts';
import { originalWords, readTexts } from '../../notify/letters/texts.ts';
import { smtpSettings } from '../../notify/smtp-settings.ts';

const vi = readFileSync('notify/letters/texts/vi.yaml', 'utf8');
const aDelivery = (more: Partial<Delivery> = {}): Delivery => ({
  id: 1, cycle: '2022-gl', subject: 'report/2022-gl/Q1/so-nv', unit: 'so-nv', rung: 'report/r1/2022-03-20/-3', channel: 'email', person: 'account:x', name: 'Nguyễn <b>An</b>', address: 'an@tinh.example', kind: 'reminder',
  detail: 'report', due: '2022-03-20', at: 0, createdAt: 0, state: 'claimed', attempts: 0, notBefore: null, endedAt: null, lastError: null, mail: null, language: 'vi', bouncedAt: null, text: null, ...more,
});
const about = (language: Language = 'vi', more: Partial<About> = {}): About => ({
  language, words: originalWords(language), cycle: { title: 'Năm 2022', year: 2022, rehearsal: false }, unitName: () => 'Sở Nội vụ', linkTo: () => null, today: '2022-03-15', calendar: workingCalendar([]), ...more,
});
const write = (delivery: Partial<Delivery> = {}, ...rest: Parameters<typeof about>) => writeLetter([aDelivery(delivery)], about(...rest));

describe('texts of mails', () => {
  it('that name an unknown figure are refused with place and reason', () => {
    expect(() => readTexts(vi.replace('{{unit}}, hạn', '{{budget}}, hạn'), 'vi.yaml')).toThrow(/vi\.yaml reminder\.plan: mail-text-figure budget; accepted: \{\{what\}\}, \{\{unit\}\}, \{\{due\}\}/);
    expect(() => readTexts(`${vi}\nother: x\n`, 'vi.yaml')).toThrow(/other/);
    expect(() => readTexts(vi.replace(/^digest.*$/m, ''), 'vi.yaml')).toThrow(/vi\.yaml digest: is missing/);
  });

  it.each(languages)('in %s are whole', (language) => {
    expect(Object.keys(originalWords(language)).toSorted()).toEqual([...mailTextSpecs.keys()].toSorted());
  });

  it('name unit, duty and date in the subject', () => {
    expect(write().subject).toBe('Nhắc nộp báo cáo quý I/2022 của Sở Nội vụ, hạn 20/03/2022');
    expect(write({}, 'en').subject).toBe('Reminder: Sở Nội vụ submits its report of Q1/2022 by 20 March 2022');
  });

  it('say how many working days are left, or overdue', () => {
    expect(write().text).toContain('Còn 4 ngày làm việc.'); // the 20th is a Sunday: due on Monday the 21st
    expect(write({}, 'vi', { today: '2022-03-21' }).text).toContain('Hôm nay là hạn cuối.');
    expect(write({}, 'en', { today: '2022-03-23' }).html).toContain('Working days overdue: 2.');
    expect(write({ kind: 'decision', detail: 'approve', due: null }).text).not.toContain('ngày làm việc');
  });

  it('take nothing for markup; unit and date stand out in the HTML', () => {
    const { html } = write({}, 'vi', { unitName: () => 'Sở <Nội vụ>' });
    expect(html).toContain('Nguyễn &lt;b&gt;An&lt;/b&gt;');
    expect(html).toContain('Nhắc nộp báo cáo quý I/2022 của <strong>Sở &lt;Nội vụ&gt;</strong>, hạn <strong>20/03/2022</strong>.');
  });

  it('of guidance ask for the plan by its date', () => {
    expect(write({ kind: 'guidance', subject: '2022-gl', detail: '', due: '2022-01-21' }).subject).toBe('Đã ban hành hướng dẫn xây dựng kế hoạch năm 2022: Sở Nội vụ nộp kế hoạch, hạn 21/01/2022');
  });

  it('of several matters: how many, and the earliest date', () => {
    expect(writeLetter([aDelivery(), aDelivery({ id: 2, subject: 'report/2022-gl/Q1/so-yt', due: '2022-03-18' })], about()).subject).toBe('2 việc đến hạn hoặc quá hạn, hạn gần nhất 18/03/2022');
  });

  it('that were changed are used, unless they cannot be any more', () => {
    const saved = (key: string, text: string | null): SavedMailText => ({ key, language: 'vi', version: 1, text, savedAt: 0, savedBy: 'x' });
    const use = (...texts: readonly SavedMailText[]) => write({}, 'vi', { words: wordsInUse(originalWords('vi'), texts, 'vi') }).subject;
    expect(use(saved('reminder.report', 'Đề nghị {{unit}} gửi {{what}} trước {{due}}'))).toBe('Đề nghị Sở Nội vụ gửi báo cáo quý I/2022 trước 20/03/2022');
    for (const broken of [null, '', 'Hạn {{due}} {{tien}}']) expect(use(saved('reminder.report', broken))).toBe(write().subject);
  });
});

it('a Message-ID is the same for the same delivery, another for another', () => {
  const id = messageIdOf([aDelivery()], 'chutrinh@tinh.example');
  expect(messageIdOf([aDelivery({ id: 99, attempts: 3, state: 'waiting' })], 'chutrinh@tinh.example')).toBe(id);
  expect(messageIdOf([aDelivery({ person: 'account:y' })], 'chutrinh@tinh.example')).not.toBe(id);
  expect(messageIdOf([aDelivery(), aDelivery({ subject: 'x' })], 'chutrinh@tinh.example')).not.toBe(id);
  expect(messageIdOf([aDelivery({ subject: 'x' }), aDelivery()], 'chutrinh@tinh.example')).toBe(messageIdOf([aDelivery(), aDelivery({ subject: 'x' })], 'chutrinh@tinh.example'));
  expect(id).toMatch(/^[0-9a-f]{32}@tinh\.example$/);
});

describe('the address of a mail server', () => {
  it('says host, port, encryption and who signs in', () => {
    expect(smtpSettings('smtps://thu%40tinh:m%3Akhau@mail.tinh.example')).toEqual({ host: 'mail.tinh.example', port: 465, secure: true, auth: { user: 'thu@tinh', pass: 'm:khau' } });
    expect(smtpSettings('smtp://127.0.0.1:2525')).toEqual({ host: '127.0.0.1', port: 2525, secure: false });
  });

  it('that is none is refused without being repeated', () => {
    expect(() => smtpSettings('http://a:secret@b')).toThrow(/^SMTP_URL is no address smtp:\/\/user:password@host:port or smtps:\/\/…$/);
  });
});
