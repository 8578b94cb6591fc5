import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../domain/delivery.ts';
import { messageIdOf } from '../../notify/compose.ts';
import { letterWriter } from '../../notify/letters/letter.ts';
import { loadTexts, readTexts } from '../../notify/letters/texts.ts';
import { smtpSettings } from '../../notify/smtp-settings.ts';

const vi = readFileSync('notify/letters/texts/vi.yaml', 'utf8');
const aDelivery = (more: Partial<Delivery> = {}): Delivery => ({
  id: 1, cycle: '2022-gl', subject: 'report/2022-gl/Q1/so-nv', unit: 'so-nv', rung: 'report/r1/2022-03-20/-3', channel: 'email', person: 'account:x', name: 'Nguyễn <b>An</b>', address: 'an@tinh.example', kind: 'reminder',
  detail: 'report', due: '2022-03-20', at: 0, createdAt: 0, state: 'claimed', attempts: 0, notBefore: null, endedAt: null, lastError: null, mail: null, language: 'vi', bouncedAt: null, ...more,
});
const about = { cycle: { title: 'Năm 2022', year: 2022, rehearsal: false }, unitName: () => 'Sở Nội vụ', linkTo: () => null };

describe('texts of mails', () => {
  it('that name an unknown figure are refused with place and reason', () => {
    expect(() => readTexts(vi.replace('{{unit}}, hạn', '{{budget}}, hạn'), 'vi.yaml')).toThrow(/vi\.yaml reminder\.plan: \{\{budget\}\} is unknown here; known: what, unit, due/);
    expect(() => readTexts(`${vi}\nother: x\n`, 'vi.yaml')).toThrow(/other/);
  });

  it.each(['vi', 'en'] as const)('in %s are whole', (language) => {
    expect(() => loadTexts(language)).not.toThrow();
  });

  it('name unit, duty and date in the subject', () => {
    expect(letterWriter('vi')([aDelivery()], about).subject).toBe('Nhắc nộp báo cáo quý I/2022 của Sở Nội vụ, hạn 20/03/2022');
    expect(letterWriter('en')([aDelivery()], about).subject).toBe('Reminder: Sở Nội vụ submits its report of Q1/2022 by 20 March 2022');
  });

  it('take nothing for markup', () => {
    expect(letterWriter('vi')([aDelivery()], about).html).toContain('Nguyễn &lt;b&gt;An&lt;/b&gt;');
  });

  it('of several matters: how many, and the earliest date', () => {
    expect(letterWriter('vi')([aDelivery(), aDelivery({ id: 2, subject: 'report/2022-gl/Q1/so-yt', due: '2022-03-18' })], about).subject).toBe('2 việc đến hạn hoặc quá hạn, hạn gần nhất 18/03/2022');
  });
});

it('a Message-ID is the same for the same delivery, another for another', () => {
  const id = messageIdOf(aDelivery(), 'chutrinh@tinh.example');
  expect(messageIdOf(aDelivery({ id: 99, attempts: 3, state: 'waiting' }), 'chutrinh@tinh.example')).toBe(id);
  expect(messageIdOf(aDelivery({ person: 'account:y' }), 'chutrinh@tinh.example')).not.toBe(id);
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
