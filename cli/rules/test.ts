import { shippedCatalogue } from '../../rules/check.ts';
import { loadPlanRules } from '../../rules/plan-document/load.ts';
import { printResult } from '../output.ts';
import { usable } from '../plan/input.ts';
import { rulesIn, type FolderOfRules } from './folder.ts';

/** `chutrinh rules test [FOLDER]`: reads every file, and tells all of their problems at once; without a folder, the rules that come with the product. */
export function testCommand(folder: string | undefined, json: boolean): void {
  const { rules, version, isDraft } = folder === undefined ? shippedRules() : rulesIn(folder);
  const planRules = folder === undefined ? usable(loadPlanRules).length : 0;
  const severities = { blocking: 0, warning: 0, note: 0 };
  for (const { severity } of rules) severities[severity] += 1;
  printResult(json, { folder: folder ?? null, draft: isDraft, rules: rules.length, severities, planRules, rulesetVersion: version }, [
    `${rules.length} quy tắc về bản nộp${isDraft ? ' trong bản dự thảo' : ''} đọc được: ${severities.blocking} chặn, ${severities.warning} cảnh báo, ${severities.note} ghi chú`,
    ...(folder === undefined ? [`${planRules} quy tắc về văn bản kế hoạch đọc được`] : []),
    `bộ quy tắc ${version}`,
  ]);
}

function shippedRules(): FolderOfRules {
  return { ...usable(shippedCatalogue), isDraft: false };
}
