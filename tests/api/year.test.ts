import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTime } from '../../domain/plain-date.ts';
import { planDutyId } from '../../domain/ids.ts';
import { openTestApi, parts, plan, planOfUnit, reportOfUnit, unit, type Answer, type TestApi, type Year } from '../support/api.ts';

describe('a plan and its report go all the way', () => {
  let api: TestApi;
  let year: Year;
  const ok = (answer: Answer, status = 200): Answer['body'] => {
    expect(answer.text && `${answer.status} ${answer.text.slice(0, 1500)}`).toMatch(new RegExp(`^${status} `));
    return answer.body;
  };

  beforeAll(async () => {
    api = await openTestApi();
    year = await api.aYear();
  });
  afterAll(() => api.close());

  it('drafts, checks, submits, returns, submits again, is appraised, concluded, approved', async () => {
    const agency = await api.as('agency', unit);
    const draft = await agency.get(`${year.plan}/draft`);
    expect(ok(draft)).toMatchObject({ version: 0, origin: 'prefilled' });
    expect(draft.headers['etag']).toBe('"0"');
    const content = planOfUnit();
    expect(ok(await agency.put(`${year.plan}/draft`, { content }, 0))).toMatchObject({ version: 1, origin: 'stored' });
    const check = ok(await agency.post(`${year.plan}/check`, {}));
    expect(check.verdict.outcome).not.toBe('blocked');
    const first = ok(await agency.post(`${year.plan}/submissions`, {}, { 'if-match': '"1"' }), 201);
    expect(first).toMatchObject({ number: 1, round: 1, correction: false, duty: { state: 'submitted', late: false } });
    expect(ok(await agency.post(`${year.plan}/withdrawal`, { reason: 'Bổ sung số liệu' })).duty.state).toBe('draft');
    const second = ok(await agency.post(`${year.plan}/submissions`, { content: { ...content, symbol: '13/KH-SNV' } }), 201);
    expect(second).toMatchObject({ number: 2, changes: ['/symbol'] });

    await year.startAppraisal();
    const line = content.budget.find((each) => each.aspect === 'recurrent');
    for (const [aspect, appraiser] of Object.entries(parts.appraisers)) {
      const lines = aspect === 'recurrent' && line ? [{ line: line.id, asked: line.total, agreed: (line.total ?? 0) - 1_000_000, reason: 'Theo khả năng cân đối' }] : [];
      const given = ok(await (await api.as('appraiser', appraiser)).post(`${year.plan}/opinions/${aspect}`, { answer: 'agree', reason: 'Phù hợp', lines, contentHash: second.hash }));
      expect(given.opinion).toMatchObject({ aspect, answer: 'agree', lines });
    }
    await year.system(planDutyId(year.cycle, unit), 'requestConclusion');
    const lead = await api.as('appraiser', parts.leadAppraiser);
    const returned = ok(await lead.post(`${year.plan}/conclusion`, { answer: 'return', reason: 'Sửa chỉ tiêu đầu', pinned: [{ pointer: '/targets/0/value', text: 'Nêu cách tính' }], contentHash: second.hash }));
    expect(returned.duty).toMatchObject({ state: 'returned', round: 2, due: '2021-10-11' });

    const third = ok(await agency.post(`${year.plan}/submissions`, { content }), 201);
    expect(third).toMatchObject({ number: 3, round: 2 });
    await year.startAppraisal();
    await year.system(planDutyId(year.cycle, unit), 'requestConclusion');
    expect(ok(await lead.post(`${year.plan}/conclusion`, { answer: 'fit', reason: 'Đủ điều kiện', contentHash: third.hash })).duty.state).toBe('approval');
    const approver = await api.as('approver', parts.approver);
    const approved = ok(await approver.post(`${year.plan}/decision`, { decision: 'approve', reason: 'Đồng ý', contentHash: third.hash }));
    expect(approved.duty).toMatchObject({ state: 'approved', approvedHash: third.hash });

    const view = ok(await agency.get(year.plan));
    expect(view.submissions).toHaveLength(3);
    expect(view.decisions.map(({ kind }: { kind: string }) => kind)).toEqual(['concludeReturn', 'concludeFit', 'approve']);
    expect(view.opinions.filter(({ round, stale }: { round: number; stale: boolean }) => round === 1 && stale)).toHaveLength(4);
    expect(view.possible).toEqual([]);
  });

  it('reports a quarter, is returned, accepted, and corrected after the report was frozen', async () => {
    const agency = await api.as('agency', unit);
    const secretariat = await api.as('secretariat', parts.secretariat);
    api.clock.now = atTime('2022-03-16', '10:00');
    await year.openReports('Q1');
    const base = year.report('Q1');
    const form = ok(await agency.get(`${base}/draft`));
    expect(form.content).toMatchObject({ kind: 'report', period: '2022-Q1' });
    expect(form.content.tasks.length).toBeGreaterThan(0);
    const content = reportOfUnit('Q1', planOfUnit());
    const first = ok(await agency.post(`${base}/submissions`, { content }), 201);
    expect(first).toMatchObject({ number: 1, duty: { state: 'submitted', late: false } });
    expect(ok(await secretariat.post(`${base}/return`, { reason: 'Thiếu minh chứng', pinned: [] })).duty).toMatchObject({ state: 'returned', round: 2 });
    ok(await agency.post(`${base}/submissions`, { content: { ...content, symbol: '51/BC-SNV' } }), 201);
    expect(ok(await secretariat.post(`${base}/acceptance`, { reason: '' })).duty.state).toBe('accepted');

    await year.freeze('Q1');
    const target = content.targets.findIndex(({ denominator }) => typeof denominator === 'number');
    const corrected = { ...content, targets: content.targets.map((figure, index) => (index === target ? { ...figure, denominator: (figure.denominator ?? 0) + 1 } : figure)) };
    const correction = ok(await agency.post(`${base}/correction`, { reason: 'Đếm thiếu một hồ sơ', content: corrected }), 201);
    expect(correction).toMatchObject({ correction: true, number: 3, duty: { state: 'accepted' } });
    const quarter = ok(await secretariat.get(`/cycles/${year.cycle}/quarters/Q1`));
    expect(quarter.frozen).toEqual({ frozen: true });
    expect(quarter.restatements).toMatchObject([{ unit, target: content.targets[target]?.target, submission: correction.submission, before: { denominator: content.targets[target]?.denominator } }]);
  });

  it('shows the compliance of the quarter', async () => {
    const committee = await api.as('committee', parts.committee);
    const report = ok(await committee.get(`/cycles/${year.cycle}/compliance?quarter=Q1`));
    expect(report.totals).toMatchObject({ due: plan.units.length, missing: plan.units.length - 1 });
    expect(report.targets.length).toBeGreaterThan(10);
  });

  it('leaves an audit chain that holds', async () => {
    const administrator = await api.as('administrator', parts.secretariat);
    expect(ok(await administrator.get('/audit/verification'))).toMatchObject({ intact: true });
  });
});
