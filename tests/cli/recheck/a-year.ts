import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { atTime } from '../../../domain/plain-date.ts';
import { planDutyId } from '../../../domain/ids.ts';
import type { PlanContent } from '../../../domain/submission.ts';
import { openTestApi, otherUnit, parts, planOfUnit, reportOfUnit, unit, type Answer, type TestApi, type Year } from '../../support/api.ts';

/** A year with two units' submissions in it: plans of both; reports of two quarters of one, the first before its plan was approved. */
export interface RecordedYear extends Pick<Year, 'cycle'> {
  readonly api: TestApi;
}

/** The plan of the other unit names a person of the province's own domain; that of the first does not. */
export const otherPlan = (): PlanContent => ({ ...planOfUnit(otherUnit), focalPoint: { name: 'Nguyễn Thị B', email: 'b@gialai.gov.vn' } });

function ok(answer: Answer): Answer['body'] {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text.slice(0, 1000)}`);
  return answer.body;
}

export async function aRecordedYear(): Promise<RecordedYear> {
  const api = await openTestApi();
  const year = await api.aYear();
  const plan = planOfUnit();
  const agency = await api.as('agency', unit);
  const submitted = ok(await agency.post(`${year.plan}/submissions`, { content: plan }));
  ok(await (await api.as('agency', otherUnit)).post(`/cycles/${year.cycle}/plans/${otherUnit}/submissions`, { content: otherPlan() }));

  api.clock.now = atTime('2022-03-16', '10:00');
  await year.openReports('Q1');
  ok(await agency.post(`${year.report('Q1')}/submissions`, { content: reportOfUnit('Q1') }));

  // what comes later must not count for what was submitted before: approval, a waiver, a correction of the first report
  api.clock.now = atTime('2022-04-04', '10:00');
  await approve(api, year, submitted.hash);
  const secretariat = await api.as('secretariat', parts.secretariat);
  ok(await secretariat.post(`/cycles/${year.cycle}/waivers`, { unit, target: plan.targets[0]?.target, reason: 'Đang chuyển hệ thống', approver: 'UBND tỉnh', expires: '2022-12-31' }));

  api.clock.now = atTime('2022-06-16', '10:00');
  await year.openReports('Q2');
  ok(await agency.post(`${year.report('Q2')}/submissions`, { content: reportOfUnit('Q2', plan) }));
  // the other unit leaves its first quarter out and copies its neighbour's second
  api.clock.now = atTime('2022-06-16', '11:00');
  const copied = { ...reportOfUnit('Q2', undefined, otherUnit), targets: reportOfUnit('Q2', plan).targets };
  const answer = ok(await (await api.as('agency', otherUnit)).post(`${year.report('Q2', otherUnit)}/submissions`, { content: copied }));
  for (const rule of ['copies-neighbour', 'earlier-quarter-missing']) if (!JSON.stringify(answer).includes(rule)) throw new Error(`${rule} was not found: ${JSON.stringify(answer).slice(0, 2000)}`);

  api.clock.now = atTime('2022-07-01', '10:00');
  ok(await secretariat.post(`${year.report('Q1')}/acceptance`, { reason: '' }));
  const corrected = reportOfUnit('Q1', plan);
  ok(await agency.post(`${year.report('Q1')}/correction`, { reason: 'Số liệu đến 14/3', content: { ...corrected, targets: corrected.targets.map((figure) => (typeof figure.numerator === 'number' ? { ...figure, numerator: figure.denominator ?? null } : figure)) } }));
  return { api, cycle: year.cycle };
}

async function approve(api: TestApi, year: Year, contentHash: string): Promise<void> {
  await year.startAppraisal();
  await year.system(planDutyId(year.cycle, unit), 'requestConclusion');
  ok(await (await api.as('appraiser', parts.leadAppraiser)).post(`${year.plan}/conclusion`, { answer: 'fit', reason: 'Đủ điều kiện', contentHash }));
  ok(await (await api.as('approver', parts.approver)).post(`${year.plan}/decision`, { decision: 'approve', reason: 'Đồng ý', contentHash }));
}

/** A hash over every row of every table. */
export function hashOfRecord(file: string): string {
  const database = new Sqlite(file, { readonly: true });
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).all() as readonly { name: string }[];
    const hash = createHash('sha256');
    for (const { name } of tables) hash.update(name).update(JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all()));
    return hash.digest('hex');
  } finally {
    database.close();
  }
}
