import { loadCatalogue, shippedFolders } from '../../rules/catalogue.ts';
import { loadPlanRules } from '../../rules/plan-document/load.ts';
import { printResult } from '../output.ts';
import { usable } from '../plan/input.ts';
import { rulesIn } from './folder.ts';

/** `chutrinh rules test [FOLDER]`: reads every file, and tells all of their problems at once; without a folder, the rules that come with the product. */
export function testCommand(folder: string | undefined, json: boolean): void {
  const { rules, version } = usable(() => loadCatalogue(folder === undefined ? shippedFolders : rulesIn(folder)));
  const planRules = folder === undefined ? usable(loadPlanRules).length : 0;
  const severities = { blocking: 0, warning: 0, note: 0 };
  for (const { severity } of rules) severities[severity] += 1;
  printResult(json, { folder: folder ?? null, rules: rules.length, severities, planRules, rulesetVersion: version }, [
    `${rules.length} quy tắc về bản nộp đọc được: ${severities.blocking} chặn, ${severities.warning} cảnh báo, ${severities.note} ghi chú`,
    ...(folder === undefined ? [`${planRules} quy tắc về văn bản kế hoạch đọc được`] : []),
    `bộ quy tắc ${version}`,
  ]);
}
