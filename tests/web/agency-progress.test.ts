import { expect, it } from 'vitest';
import { progressOf } from '../../web/pages/agency/progress.ts';
import { translateTo } from '../../web/view/translate.ts';
import { planOfUnit } from '../support/api.ts';

it('a part without lines is neither done nor behind, and says so without counting to zero', () => {
  const budget = progressOf({ ...planOfUnit(), budget: [] }).find(({ section }) => section === 'budget');
  expect(budget).toMatchObject({ filled: 0, total: 0, state: 'none' });
  expect(translateTo('vi')('agency.progress.none', { filled: 0, total: 0 })).toBe('Phần này chưa có dòng nào.');
  for (const language of ['vi', 'en'] as const) for (const key of ['progress', 'progressState']) expect(translateTo(language)(`agency.${key}.none`)).not.toMatch(/\d|\{\{/);
});
