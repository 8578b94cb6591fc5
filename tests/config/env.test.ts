import { describe, expect, it } from 'vitest';
import { EnvError, loadEnv } from '../../config/env.ts';

const problemsOf = (source: Readonly<Record<string, string>>): readonly string[] => {
  try {
    loadEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
};

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(loadEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', CHUTRINH_DATA: 'data', TEMPORAL_NAMESPACE: 'default', TRUST_PROXY: false });
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadEnv({ PORT: '', TEMPORAL_ADDRESS: '' })).toMatchObject({ PORT: 3000 });
    expect(loadEnv({ TEMPORAL_ADDRESS: '' }).TEMPORAL_ADDRESS).toBeUndefined();
  });

  it('reads what is given, and leaves what is not ours', () => {
    const env = loadEnv({ PORT: '8080', TRUST_PROXY: 'true', PUBLIC_URL: 'https://kehoach.example', SMTP_URL: 'smtp://u:p@mail.example', PATH: '/bin' });
    expect(env).toMatchObject({ PORT: 8080, TRUST_PROXY: true, PUBLIC_URL: 'https://kehoach.example', SMTP_URL: 'smtp://u:p@mail.example' });
    expect(env).not.toHaveProperty('PATH');
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(loadEnv({}))).toBe(true);
  });

  it('lists every problem at once, with variable, value and what is accepted', () => {
    expect(problemsOf({ PORT: '70000', NODE_ENV: 'live', TEMPORAL_ADDRESS: 'http://x', SESSION_HOURS: '0' })).toEqual([
      'NODE_ENV=live: one of development, production, test',
      'PORT=70000: a whole number from 0 to 65535',
      'TEMPORAL_ADDRESS=http://x: host:port, for example temporal.example:7233',
      'SESSION_HOURS=0: a whole number from 1 to 720',
    ]);
  });

  it.each(['0x10', '1e3', ' 80', '3000.5', '-1', 'ba'])('does not guess that %j is a port', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([`PORT=${PORT}: a whole number from 0 to 65535`]);
  });

  it.each(['smtp://127.0.0.1:2525', 'smtps://localhost', 'smtp://[::1]:25'])('sends the mails of rehearsals to a mail server of this machine: %s', (REHEARSAL_SMTP_URL) => {
    expect(loadEnv({ REHEARSAL_SMTP_URL })).toMatchObject({ REHEARSAL_SMTP_URL });
  });

  it.each(['smtp://mail.tinh.example', 'smtp://127.0.0.1.tinh.example', 'smtp://10.0.0.1', 'thư'])('sends the mails of rehearsals nowhere else: not to %s', (REHEARSAL_SMTP_URL) => {
    expect(problemsOf({ REHEARSAL_SMTP_URL })).toContain('REHEARSAL_SMTP_URL=…: an address smtp://… of this machine, for example smtp://127.0.0.1:2525: mails of rehearsals reach nobody');
  });

  it('never repeats a password', () => {
    expect(problemsOf({ SMTP_URL: 'https://u:mat-khau@mail.example' })).toEqual(['SMTP_URL=…: an address smtp://… or smtps://…']);
  });
});
