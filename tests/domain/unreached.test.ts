import { describe, expect, it } from 'vitest';
import type { Account } from '../../domain/account.ts';
import type { Contact } from '../../domain/contact.ts';
import type { Ladders } from '../../domain/cycle.ts';
import { unreachedBy } from '../../domain/unreached.ts';
import { cycle } from './view/situation.ts';

const none: Ladders = { plan: [], revision: [], appraisal: [], conclusion: [], approval: [], report: [], directive: [] };
const of = (unit: string, part: Contact['part'], more: Partial<Contact> = {}): Contact => ({ unit, part, name: part, email: `${part}@${unit}.vn`, ...more });
const secretary: Account = { id: 's', login: 's', name: 's', email: 's@tt.vn', unit: 'tt', roles: ['secretariat'], passwordHash: '', mustChangePassword: false, lockedAt: null, createdAt: 0, language: 'vi', optedOut: false };
const lacking = (ladder: Partial<Ladders>, contacts: readonly Contact[], accounts: readonly Account[] = []) =>
  unreachedBy({ ladder: { ...none, ...ladder }, roles: cycle.settings.roles, units: ['a', 'b', 'c'] }, { contacts, accounts }, (unit) => (unit === 'c' ? null : 'tren'));

describe('rungs that would reach nobody', () => {
  it('are named with the units whose people the register lacks, once for all kinds of duty', () => {
    const leader = [{ days: 1, to: 'leader' }] as const;
    expect(lacking({ plan: leader, report: leader }, [of('a', 'leader'), of('b', 'leader', { email: 'không phải thư' })])).toEqual([{ to: 'leader', channel: 'email', units: ['b', 'c'] }]);
  });

  it('are none when everybody is there', () => {
    expect(lacking({ plan: [{ days: 0, to: 'unit' }, { days: 3, to: 'secretariat' }] }, ['a', 'b', 'c'].map((unit) => of(unit, 'focal')), [secretary])).toEqual([]);
  });

  it('are a desk\'s without an account, and those of units without one above', () => {
    expect(lacking({ plan: [{ days: 1, to: 'superior' }, { days: 3, to: 'committee' }] }, [of('tren', 'leader')])).toEqual([{ to: 'superior', channel: 'email', units: ['c'] }, { to: 'committee', channel: 'email', units: [] }]);
  });

  it('are told by channel: a mail address is no number', () => {
    expect(lacking({ plan: [{ days: 0, to: 'unit', channels: ['email', 'zalo'] }] }, [of('a', 'focal', { phone: '0905123456' }), of('b', 'focal'), of('c', 'focal')])).toEqual([{ to: 'unit', channel: 'zalo', units: ['b', 'c'] }]);
  });

  it('of an appraisal are the appraisers\', of the approval the approver\'s', () => {
    expect(lacking({ appraisal: [{ days: 0, to: 'unit' }], approval: [{ days: 0, to: 'unit' }] }, [of('tt', 'focal'), of('kh', 'focal'), of('tc', 'focal')])).toEqual([{ to: 'unit', channel: 'email', units: ['ca', 'ub'] }]);
  });
});
