import { aspects } from '../../domain/plan.ts';
import { planDutyId } from '../../domain/ids.ts';
import { aReportedYear, type ReportedYear } from './a-reported-year.ts';
import { parts, planOfUnit, type TestApi, type Year } from './api.ts';

/** Units of the year in preparation, by where their plans are. */
export const stages = { draft: 'so-nv', submitted: 'so-ct', appraised: 'so-yt', concluded: 'so-tc', decided: 'so-gddt' } as const;

export interface FullRecord {
  /** Two quarters reported, the first one frozen. */
  readonly reported: ReportedYear;
  /** Plans at every stage from draft to decision. */
  readonly prepared: Year;
}

/** Two years side by side in which every page has something to show. `report`: makes another reported year. */
export async function aFullRecord(api: TestApi, options: Parameters<typeof aReportedYear>[2] = {}, report = async (): Promise<ReportedYear> => aReportedYear(api, await api.aYear('nam'), options)): Promise<FullRecord> {
  const prepared = await api.aYear('chuan-bi');
  for (const unit of [stages.submitted, stages.appraised, stages.concluded, stages.decided]) {
    const answer = await (await api.as('agency', unit)).post(`/cycles/${prepared.cycle}/plans/${unit}/submissions`, { content: planOfUnit(unit) });
    if (answer.status !== 201) throw new Error(`${unit}: ${answer.text.slice(0, 1000)}`);
    if (unit !== stages.submitted) await prepared.startAppraisal(unit);
  }
  for (const unit of [stages.concluded, stages.decided]) await appraise(api, prepared, unit);
  const lead = await api.as('appraiser', parts.leadAppraiser);
  const concluded = await lead.post(`/cycles/${prepared.cycle}/plans/${stages.decided}/conclusion`, await conclusionOf(api, prepared));
  if (concluded.status !== 200) throw new Error(`conclusion: ${concluded.text.slice(0, 1000)}`);
  return { prepared, reported: await report() };
}

async function appraise(api: TestApi, year: Year, unit: string): Promise<void> {
  const duty = await api.record.read.duties.find(planDutyId(year.cycle, unit));
  for (const aspect of aspects) {
    const appraiser = await api.as('appraiser', parts.appraisers[aspect]);
    const answer = await appraiser.post(`/cycles/${year.cycle}/plans/${unit}/opinions/${aspect}`, { answer: 'agree', reason: 'Thống nhất', contentHash: duty?.contentHash ?? '' });
    if (answer.status !== 200) throw new Error(`opinion: ${answer.text.slice(0, 1000)}`);
  }
  await year.system(planDutyId(year.cycle, unit), 'requestConclusion');
}

async function conclusionOf(api: TestApi, year: Year): Promise<unknown> {
  const duty = await api.record.read.duties.find(planDutyId(year.cycle, stages.decided));
  return { answer: 'fit', reason: 'Đủ điều kiện', contentHash: duty?.contentHash ?? '' };
}
