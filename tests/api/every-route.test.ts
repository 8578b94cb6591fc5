import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarFileRoutes } from '../../api/routes/calendar-file.ts';
import { launchDraftRoutes } from '../../api/routes/launch-drafts.ts';
import { deliveryRoutes } from '../../api/routes/deliveries.ts';
import { mailTextRoutes } from '../../api/routes/mail-texts.ts';
import { webhookRoutes } from '../../api/routes/webhooks.ts';
import { planDutyId, reportDutyId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import { openTestApi, otherUnit, parts, plan, planOfUnit, problem, reportOfUnit, routes, unit, type Answer, type Person, type TestApi, type Year } from '../support/api.ts';

/** What other tests show to work over HTTP in their own way: cookies, streams, files. */
const shownElsewhere = ['signIn', 'events', 'search', ...[...webhookRoutes, ...calendarFileRoutes, ...launchDraftRoutes, ...mailTextRoutes, ...deliveryRoutes].map(({ name }) => name), ...routes.map(({ name }) => name).filter((name) => /^(list|add|read|remove)(Plan|Report|Guidance)Files?$|RungTexts?$|Ladder$/.test(name))];

describe('every route works and answers as its contract says', () => {
  let api: TestApi;
  let year: Year;
  let agency: Person;
  let secretariat: Person;
  let administrator: Person;
  let cycle: string;
  const ok = (answer: Answer): Answer['body'] => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text.slice(0, 1500)}`);
    return answer.body;
  };

  beforeAll(async () => {
    api = await openTestApi();
    year = await api.aYear();
    cycle = `/cycles/${year.cycle}`;
    [agency, secretariat, administrator] = await Promise.all([api.as('agency', unit), api.as('secretariat', parts.secretariat), api.as('administrator', parts.secretariat)]);
  });
  afterAll(() => api.close());

  it('one\'s own account', async () => {
    for (const path of ['/me', '/sessions/current', '/me/sessions', '/me/tokens', '/me/notices']) ok(await agency.get(path));
    ok(await secretariat.post(`${cycle}/plans/${unit}/reminder`, {}));
    const [notice] = ok(await agency.get('/me/notices')).items;
    ok(await agency.post(`/me/notices/${notice.id}/read`));
    expect(ok(await agency.get('/me/notices')).items[0]).toMatchObject({ id: notice.id, isRead: true });
    ok(await agency.post('/me/notices/read', { upTo: notice.id }));
    for (const [path, body] of [['/me', { language: 'en' }], ['/me/reminders', { optedOut: true }]] as const) ok(await agency.send('patch', path, body));
    expect(await api.record.read.accounts.find(agency.id)).toMatchObject({ language: 'en', optedOut: true });
    ok(await agency.send('delete', `/me/tokens/${ok(await agency.post('/me/tokens', { name: 'x' })).id}`));
    ok(await agency.post('/me/password', { current: 'mat-khau-thu-nghiem', next: 'mat-khau-moi-hon' }));
    ok(await agency.send('delete', '/sessions/current'));
    await api.record.write((tx) => tx.sessions.insert({ id: 'mine', account: agency.id, csrf: 'x', createdAt: 0, lastSeenAt: 0, expiresAt: 9e12, userAgent: null }));
    ok(await agency.send('delete', '/me/sessions/mine'));
  });

  it('plans, units, calendar and rules', async () => {
    expect(ok(await agency.get('/plans')).items).toMatchObject([{ id: plan.id }]);
    expect(ok(await agency.get(`/plans/${plan.id}`)).plan.targets).toHaveLength(plan.targets.length);
    expect(ok(await agency.get(`/units?search=${encodeURIComponent('noi vu')}&level=department&on=2022-01-01`)).items).toMatchObject([{ code: 'so-nv' }]);
    expect(ok(await agency.get('/calendar/days')).items.length).toBeGreaterThan(100);
    const rules = ok(await agency.get('/rules')).items;
    expect(ok(await agency.get(`/rules/${rules[0].id}`))).toEqual(rules[0]);
    problem(await agency.get('/rules/none'), 'not-found');
  });

  it('a calendar day moves the open due dates that fall on it, and says which', async () => {
    const body = ok(await administrator.send('put', `/calendar/days/${plan.calendar.draftsDue}`, { kind: 'holiday', name: 'Nghỉ bão', nameEn: 'Storm', source: 'Công điện 01' }));
    expect(body.moved).toEqual(plan.units.toSorted().map((each) => ({ duty: planDutyId(year.cycle, each), was: '2021-10-29', due: '2021-11-01' })));
    expect(await api.record.read.duties.find(planDutyId(year.cycle, unit))).toMatchObject({ due: '2021-11-01', unitDue: '2021-11-01' });
    const back = body.moved.map(({ duty, was, due }: Readonly<Record<string, string>>) => ({ duty, was: due, due: was }));
    expect(ok(await administrator.send('delete', `/calendar/days/${plan.calendar.draftsDue}`)).moved).toEqual(back);
    problem(await administrator.send('delete', `/calendar/days/${plan.calendar.draftsDue}`), 'not-found');
  });

  it('what a calendar day would move is said before it is set, and many days are set at once', async () => {
    const day = { kind: 'holiday', name: 'Nghỉ bão', nameEn: 'Storm', source: 'Công điện 02' };
    const due = (await api.record.read.duties.find(planDutyId(year.cycle, unit)))?.due ?? '';
    expect(ok(await administrator.get(`/calendar/days/${due}/preview?kind=holiday`)).moved).toHaveLength(plan.units.length);
    expect(ok(await administrator.get(`/calendar/days/${due}/preview?kind=none`)).moved).toEqual([]);
    expect((await api.record.read.duties.find(planDutyId(year.cycle, unit)))?.due).toBe(due);
    expect(ok(await administrator.post('/calendar/days', { days: [{ ...day, date: '2021-12-06' }, { ...day, date: '2021-12-07' }] })).moved).toEqual([]);
    expect((await api.record.read.calendarDays.list()).filter(({ source }) => source === 'Công điện 02')).toHaveLength(2);
    expect(problem(await administrator.post('/calendar/days', { days: [{ ...day, date: '2021-12-08' }, { ...day, date: '2021-12-08' }] }), 'invalid-input').errors).toMatchObject([{ pointer: '/days/1/date', code: 'twice' }]);
  });

  it('a unit is added, read and merged; its history stays; contacts are its own', async () => {
    const source = 'Nghị quyết 18';
    ok(await secretariat.post('/units', { code: 'phong-a', name: 'Phòng A', level: 'department', parent: 'ubnd-tinh', validFrom: '2020-01-01', source }));
    ok(await secretariat.post('/units', { code: 'phong-b', name: 'Phòng B', level: 'department', validFrom: '2020-01-01', source }));
    problem(await secretariat.post('/units', { code: 'phong-b', name: 'Phòng B', level: 'department', validFrom: '2020-01-01', source }), 'invalid-input');
    ok(await secretariat.post('/units/changes', { kind: 'merge', units: ['phong-a', 'phong-b'], opens: [{ code: 'phong-ab', name: 'Phòng AB', level: 'department' }], on: '2021-03-01', source }));
    expect(ok(await agency.get('/units/phong-ab'))).toMatchObject({ unit: { validFrom: '2021-03-01' }, predecessors: [{ code: 'phong-a', validTo: '2021-02-28', successors: ['phong-ab'] }, { code: 'phong-b' }], changes: [{ act: 'merge', source }] });
    expect(problem(await secretariat.post('/units/changes', { kind: 'close', units: [unit], on: '2022-01-01', source }), 'invalid-input').errors).toMatchObject([{ pointer: '/units', code: 'unit-in-open-cycle', value: unit }]);
    expect(ok(await agency.send('put', `/units/${unit}/contacts`, { contacts: [{ part: 'focal', name: 'Nguyễn Văn A', email: 'a@gialai.gov.vn' }] })).items).toMatchObject([{ unit, part: 'focal' }]);
    expect(ok(await agency.get(`/units/${unit}/contacts`)).items).toHaveLength(1);
    problem(await agency.get(`/units/${otherUnit}/contacts`), 'forbidden');
    expect(ok(await agency.get(`/units/${otherUnit}`))).not.toHaveProperty('contacts');
  });

  it('a plan is written from last year\'s, checked and published as a numbered version; the running cycle keeps its own', async () => {
    expect(ok(await agency.get('/targets?search=lgsp')).items).toMatchObject([{ code: 'lgsp-sharing', uses: [{ plan: plan.id, year: 2022 }] }]);
    const draft = ok(await secretariat.post('/plan-drafts', { plan: 'gia-lai-2023', title: 'Kế hoạch năm 2023', year: 2023, base: plan.id }));
    expect(draft.body).toMatchObject({ id: 'gia-lai-2023', year: 2023, calendar: { draftsDue: '2022-10-29' }, results: [] });
    expect(ok(await secretariat.get('/plan-drafts')).items).toMatchObject([{ id: draft.id, version: 1 }]);
    const body = { ...draft.body, targets: [{ ...draft.body.targets[0], threshold: 'nhiều' }, ...draft.body.targets.slice(1)] };
    ok(await secretariat.put(`/plan-drafts/${draft.id}`, { body }, 1));
    problem(await secretariat.put(`/plan-drafts/${draft.id}`, { body }, 1), 'stale-version');
    expect(ok(await secretariat.get(`/plan-drafts/${draft.id}/check`)).items).toContainEqual(expect.objectContaining({ kind: 'format', part: 'targets', entry: body.targets[0].id }));
    problem(await secretariat.post(`/plan-drafts/${draft.id}/publication`, { version: 2 }), 'check-blocked');
    ok(await secretariat.put(`/plan-drafts/${draft.id}`, { body: draft.body }, 2));
    expect(ok(await secretariat.get(`/plan-drafts/${draft.id}`)).version).toBe(3);
    expect(ok(await secretariat.post(`/plan-drafts/${draft.id}/publication`, { version: 3 }))).toMatchObject({ plan: 'gia-lai-2023', number: 1 });
    expect(ok(await agency.get('/plans')).items.map(({ id }: { id: string }) => id)).toEqual(['gia-lai-2023', plan.id]);
    const other = ok(await secretariat.post('/plan-drafts', { plan: plan.id, title: plan.title, year: 2022 }));
    ok(await secretariat.send('delete', `/plan-drafts/${other.id}`));
    problem(await secretariat.get(`/plan-drafts/${other.id}`), 'not-found');
  });

  it('a cycle is read, paused, resumed; units come and go', async () => {
    expect(ok(await agency.get('/cycles')).items).toMatchObject([{ id: year.cycle, today: '2021-10-04' }]);
    expect(ok(await secretariat.get(cycle))).toMatchObject({ state: 'drafting', counts: { plans: { draft: plan.units.length } }, possible: ['pause', 'changeLadder', 'cancelCycle'] });
    ok(await secretariat.post(`${cycle}/pause`, { reason: 'Bão' }));
    problem(await secretariat.post(`${cycle}/pause`, { reason: 'Bão' }), 'wrong-stage');
    expect(ok(await secretariat.get(cycle)).possible).toEqual(['resume', 'changeLadder', 'cancelCycle']);
    ok(await secretariat.post(`${cycle}/resume`, { reason: 'Hết bão' }));
    const retired = ok(await secretariat.post(`${cycle}/units/ban-dan-toc/retire`, { reason: 'Sáp nhập' }));
    expect(retired).toMatchObject({ member: { leftOn: '2021-10-04' }, duties: [{ state: 'retired' }] });
    problem(await secretariat.post(`${cycle}/units/ban-dan-toc/retire`, { reason: 'Sáp nhập' }), 'not-in-cycle');
    const joined = ok(await secretariat.post(`${cycle}/units`, { unit: 'ubnd-tinh', reason: 'Bổ sung' }));
    expect(joined.duties).toMatchObject([{ id: planDutyId(year.cycle, 'ubnd-tinh'), state: 'draft' }]);
    problem(await secretariat.post(`${cycle}/units`, { unit: 'ubnd-tinh', reason: 'Bổ sung' }), 'already-exists');
    problem(await secretariat.post(`${cycle}/units`, { unit: 'khong-co', reason: 'Bổ sung' }), 'unknown-unit');
    expect(ok(await agency.get(`${cycle}/units`)).items).toHaveLength(plan.units.length + 1);
  });

  it('duties are listed, extended, reminded of', async () => {
    const page = ok(await secretariat.get(`${cycle}/duties?kind=plan&state=draft,returned&sort=-unit&limit=5`));
    expect(page).toMatchObject({ total: plan.units.length, next: expect.any(String) });
    expect(ok(await secretariat.get(`${cycle}/duties?kind=plan&state=draft,returned&sort=-unit&limit=5&cursor=${encodeURIComponent(page.next)}`)).items[0].unit < page.items.at(-1).unit).toBe(true);
    expect(ok(await agency.get(`${cycle}/duties`)).items).toMatchObject([{ unit }]);
    problem(await secretariat.get(`${cycle}/duties?state=asleep`), 'invalid-input');
    expect(ok(await secretariat.post(`${year.plan}/extension`, { due: '2021-11-05', reason: 'Đơn vị đề nghị' })).duty).toMatchObject({ due: '2021-11-05', unitDue: '2021-11-05' });
    problem(await secretariat.post(`${year.plan}/extension`, { due: '2021-11-04', reason: 'x' }), 'invalid-input');
    const many = ok(await secretariat.post(`${cycle}/extensions`, { units: [...plan.units.slice(0, 30), 'khong-co'], kind: 'plan', due: '2021-11-12', reason: 'Chung' }));
    expect([many.extended.length, many.refused]).toEqual([30 - (plan.units.slice(0, 30).includes('ban-dan-toc') ? 1 : 0), expect.arrayContaining([{ id: planDutyId(year.cycle, 'khong-co'), code: 'not-found' }])]);
    ok(await secretariat.post(`${year.plan}/reminder`, { message: 'Sắp đến hạn' }));
    expect(ok(await agency.get(`${cycle}/reminders?escalation=false`)).items).toMatchObject([{ unit, to: 'unit' }]);
    expect(ok(await (await api.as('agency', otherUnit)).get(`${cycle}/reminders`)).items).toEqual([]);
  });

  it('a target is waived', async () => {
    const target = planOfUnit().targets[0]?.target;
    ok(await secretariat.post(`${cycle}/waivers`, { unit, target, reason: 'Chưa có hệ thống', approver: 'UBND tỉnh', expires: '2022-12-31' }));
    expect(ok(await agency.get(`${cycle}/waivers`)).items).toMatchObject([{ unit, target }]);
    const check = ok(await agency.post(`${year.plan}/check`, { content: planOfUnit() }));
    expect(check.verdict.standings[target ?? '']).toBe('waived');
    problem(await secretariat.post(`${cycle}/waivers`, { unit, target: 'none', reason: 'x', approver: 'x', expires: '2022-12-31' }), 'unknown-target');
    problem(await secretariat.post(`${cycle}/waivers`, { unit, reason: 'x', approver: 'x', expires: '2022-12-31' }), 'invalid-input');
    const ofRule = { unit, reason: 'x', approver: 'x', expires: '2022-12-31' };
    expect(problem(await secretariat.post(`${cycle}/waivers`, { ...ofRule, rule: 'secret-mark' }), 'invalid-input').errors).toMatchObject([{ pointer: '/rule', code: 'not-waivable', value: 'secret-mark', message: { vi: 'Quy tắc “Không có dấu độ mật” không được miễn cho đơn vị nào.' } }]);
    expect(problem(await secretariat.post(`${cycle}/waivers`, { ...ofRule, rule: 'none' }), 'invalid-input').errors).toMatchObject([{ pointer: '/rule', code: 'unknown-rule', value: 'none', accepted: expect.stringContaining('no-focal-point') }]);
    expect(ok(await agency.get(`${cycle}/waivers`)).items).toHaveLength(1);
  });

  it('a plan goes through everything that can happen to it', async () => {
    ok(await agency.put(`${year.plan}/draft`, { content: planOfUnit() }, ok(await agency.get(`${year.plan}/draft`)).version));
    ok(await agency.post(`${year.plan}/submissions`, {}, { 'if-match': '"1"' }));
    ok(await agency.post(`${year.plan}/withdrawal`, { reason: 'Sửa' }));
    const { hash } = ok(await agency.post(`${year.plan}/submissions`, { content: planOfUnit() }));
    await year.startAppraisal();
    expect(ok(await (await api.as('appraiser', parts.appraisers.recurrent)).get('/me/work')).items).toMatchObject([{ what: 'give-opinion', unit, aspect: 'recurrent' }]);
    ok(await (await api.as('appraiser', parts.appraisers.recurrent)).post(`${year.plan}/opinions/recurrent`, { answer: 'disagree', reason: 'Vượt khả năng', contentHash: hash }));
    await year.system(planDutyId(year.cycle, unit), 'requestConclusion');
    const lead = await api.as('appraiser', parts.leadAppraiser);
    expect(ok(await lead.get(`${cycle}/queue`)).items.map(({ what }: { what: string }) => what)).toContain('conclude');
    ok(await lead.post(`${year.plan}/conclusion`, { answer: 'fit', reason: 'Đủ', contentHash: hash }));
    const approver = await api.as('approver', parts.approver);
    expect(ok(await approver.get('/me/work')).items).toMatchObject([{ what: 'decide', unit }]);
    ok(await approver.post(`${year.plan}/decision`, { decision: 'refuse', reason: 'Không', contentHash: hash }));
    expect(ok(await secretariat.post(`${year.plan}/reopening`, { reason: 'Làm lại' })).duty).toMatchObject({ state: 'returned', round: 2 });
    expect(ok(await agency.get('/me/work')).items).toMatchObject([{ what: 'write-plan', state: 'returned', overdue: false }]);
    expect(ok(await agency.get(`${year.plan}/submissions`)).items).toHaveLength(2);
    expect(ok(await agency.get(`${year.plan}/submissions/2`))).toMatchObject({ number: 2, hash, content: { unit }, verdict: { outcome: expect.any(String) } });
    problem(await agency.get(`${year.plan}/submissions/3`), 'not-found');
    expect(ok(await agency.get(year.plan))).toMatchObject({ possible: ['submit'] });
  });

  it('a report too', async () => {
    api.clock.now = atTime('2022-03-16', '10:00');
    await year.openReports('Q1');
    const base = year.report('Q1');
    const content = reportOfUnit('Q1');
    ok(await agency.get(base));
    ok(await agency.put(`${base}/draft`, { content }, ok(await agency.get(`${base}/draft`)).version));
    ok(await agency.post(`${base}/check`, {}));
    ok(await agency.post(`${base}/submissions`, {}, { 'if-match': '"1"' }));
    ok(await agency.post(`${base}/withdrawal`, { reason: 'Sửa' }));
    ok(await secretariat.post(`${base}/extension`, { due: '2022-03-28', reason: 'Chung' }));
    ok(await secretariat.post(`${base}/reminder`, {}));
    ok(await agency.post(`${base}/submissions`, { content }));
    expect(ok(await secretariat.get('/me/work')).items).toMatchObject([{ what: 'review-report', unit, quarter: 'Q1' }]);
    ok(await secretariat.post(`${base}/return`, { reason: 'Thiếu', pinned: [{ pointer: '/tasks', text: 'Bổ sung' }] }));
    ok(await agency.post(`${base}/submissions`, { content }));
    ok(await secretariat.post(`${base}/acceptance`, {}));
    ok(await agency.post(`${base}/correction`, { reason: 'Sai số', content }));
    ok(await agency.get(`${base}/submissions`));
    ok(await agency.get(`${base}/submissions/1`));
    await year.system(reportDutyId(year.cycle, 'Q1', otherUnit), 'closeMissing');
    ok(await secretariat.post(`${year.report('Q1', otherUnit)}/reopening`, { reason: 'Đơn vị xin nộp lại', due: '2022-03-30' }));
  });

  it('the committee\'s view', async () => {
    const committee = await api.as('committee', parts.committee);
    expect(ok(await committee.get(`${cycle}/quarters`)).items).toMatchObject([{ quarter: 'Q1', state: 'open' }]);
    expect(ok(await committee.get(`${cycle}/quarters/Q1`))).toMatchObject({ frozen: null, restatements: [] });
    ok(await committee.get(`${cycle}/compliance?quarter=Q1`));
  });

  it('a directive is decided, followed and done', async () => {
    const committee = await api.as('committee', parts.committee);
    const asked = { text: 'Đưa toàn bộ hồ sơ lên Một cửa điện tử', unit, due: '2022-06-30', quarter: 'Q1' };
    problem(await committee.post(`${cycle}/directives`, { ...asked, unit: 'khong-co', due: '2020-01-01' }), 'invalid-input');
    const { directive } = ok(await committee.post(`${cycle}/directives`, asked));
    expect(directive).toMatchObject({ number: 1, unit, state: 'open' });
    const base = `${cycle}/directives/${directive.id}`;
    ok(await agency.post(`${base}/progress`, { text: 'Đã xong một nửa' }));
    ok(await committee.post(`${base}/revision`, { due: '2022-07-15', reason: 'Chờ phần mềm' }));
    ok(await agency.post(`${base}/done`, { evidence: 'Công văn 12/SNV' }));
    expect(problem(await agency.post(`${base}/progress`, { text: 'Thêm' }), 'wrong-stage').status).toBe(409);
    expect(ok(await agency.get(base))).toMatchObject({ state: 'done', due: '2022-07-15', overdue: false, notes: [{ kind: 'progress' }, { kind: 'revision' }, { kind: 'done' }] });
    expect(ok(await agency.get(`${cycle}/directives?show=done`)).items).toHaveLength(1);
    const other = await api.as('agency', otherUnit);
    expect(ok(await other.get(`${cycle}/directives`)).items).toEqual([]);
    problem(await other.get(base), 'not-found');
    problem(await other.post(`${base}/progress`, { text: 'Của người khác' }), 'not-found');
  });

  it('administration', async () => {
    const made = ok(await administrator.post('/accounts', { login: 'moi.nguoi', name: 'Người mới', unit, roles: ['agency'], password: 'mat-khau-dai-du' }));
    ok(await administrator.send('patch', `/accounts/${made.id}`, { roles: ['agency', 'committee'] }));
    expect(ok(await administrator.get('/accounts')).items.map(({ login }: { login: string }) => login)).toContain('moi.nguoi');
    expect(ok(await administrator.get(`/audit?cycle=${year.cycle}&act=submit&limit=2`))).toMatchObject({ items: [{ act: 'submit', outcome: 'done' }, { act: 'submit' }], next: expect.any(String) });
    expect(ok(await administrator.get('/audit/verification'))).toMatchObject({ intact: true });
    expect(ok(await administrator.get('/system'))).toMatchObject({ status: expect.any(String), openCycles: 1 });
  });

  it('a year is cancelled, and then nothing more is done in it', async () => {
    ok(await secretariat.post(`${cycle}/cancel`, { reason: 'Thử xong' }));
    problem(await agency.post(`${year.plan}/submissions`, { content: planOfUnit() }), 'cycle-over');
    problem(await secretariat.post(`${cycle}/guidance`, {}), 'wrong-stage');
  });

  it('leaves none out', () => {
    expect(routes.map(({ name }) => name).filter((name) => !api.succeeded.has(name) && !shownElsewhere.includes(name))).toEqual([]);
  });
});
