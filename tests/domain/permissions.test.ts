import { describe, expect, it } from 'vitest';
import { isAllowed, listScope, permissions, type Action } from '../../domain/permissions.ts';
import { roles, type Actor, type Role } from '../../domain/roles.ts';

const anAccount = (role: Role, unit = 'so-tc'): Extract<Actor, { kind: 'account' }> => ({ kind: 'account', id: 'a', name: 'A', roles: [role], unit });
const parts = { appraisers: ['so-khdt'], lead: 'so-tttt', approver: 'ubnd-tinh' };

describe('permissions', () => {
  it('deny an account without roles everything', () => {
    for (const action of Object.keys(permissions) as Action[]) {
      expect(isAllowed({ kind: 'account', id: 'a', name: 'A', roles: [], unit: 'so-tc' }, action, { unit: 'so-tc', parts }), action).toBe(false);
    }
  });

  it('let an agency submit for its own unit and for no other', () => {
    expect(isAllowed(anAccount('agency'), 'plan.submit', { unit: 'so-tc' })).toBe(true);
    expect(isAllowed(anAccount('agency'), 'plan.submit', { unit: 'so-yt' })).toBe(false);
    expect(isAllowed(anAccount('agency'), 'plan.submit')).toBe(false);
  });

  it('let only agencies write plans and reports', () => {
    for (const role of roles.filter((each) => each !== 'agency')) {
      for (const action of ['plan.submit', 'report.submit', 'draft.save', 'report.correct'] as const) {
        expect(isAllowed(anAccount(role), action, { unit: 'so-tc', parts }), `${role} ${action}`).toBe(false);
      }
    }
  });

  it('bind opinions, conclusion and decision to the parts held in the cycle', () => {
    expect(isAllowed(anAccount('appraiser', 'so-khdt'), 'plan.giveOpinion', { unit: 'so-yt', parts })).toBe(true);
    expect(isAllowed(anAccount('appraiser', 'so-tc'), 'plan.giveOpinion', { unit: 'so-yt', parts })).toBe(false);
    expect(isAllowed(anAccount('appraiser', 'so-tttt'), 'plan.conclude', { unit: 'so-yt', parts })).toBe(true);
    expect(isAllowed(anAccount('appraiser', 'so-khdt'), 'plan.conclude', { unit: 'so-yt', parts })).toBe(false);
    expect(isAllowed(anAccount('approver', 'ubnd-tinh'), 'plan.decide', { unit: 'so-yt', parts })).toBe(true);
    expect(isAllowed(anAccount('approver', 'so-tttt'), 'plan.decide', { unit: 'so-yt', parts })).toBe(false);
  });

  it('filter an agency\'s lists by its unit and leave the secretariat\'s whole', () => {
    expect(listScope(anAccount('agency'), 'duty.list')).toBe('own');
    expect(listScope(anAccount('secretariat'), 'duty.list')).toBe('any');
    expect(listScope(anAccount('agency'), 'audit.read')).toBeUndefined();
  });
});
