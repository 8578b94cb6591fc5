import { inCycle } from '../../../../api/contracts/common.ts';
import { listDutyTable } from '../../../../api/use-cases/duty-table.ts';
import { page, type Download, type Visit } from '../../../http/page.ts';
import { csvFile } from '../../../view/csv.ts';
import { formats } from '../../../view/formats.ts';
import { dutiesQuery, filterOf, type DutiesQuery } from './query.ts';
import { whatOf } from './rows.ts';

const columns = ['unit', 'code', 'what', 'state', 'round', 'due', 'unitDue', 'submittedAt', 'late', 'overdue', 'silent'] as const;

async function show({ desk, caller, params, query, t, language }: Visit<{ cycle: string }, DutiesQuery>): Promise<Download> {
  const { rows } = await listDutyTable(desk, caller, params.cycle, filterOf(query));
  const { date, instant } = formats(language);
  const yes = (is: boolean): string => (is ? t('secretariat.duties.yes') : '');
  return csvFile(`${params.cycle}-${t('secretariat.duties.file')}`, [
    columns.map((column) => t(`secretariat.duties.columns.${column}`)),
    ...rows.map((row) => [
      row.name, row.unit, whatOf(row, t), t(`states.${row.state}`), row.round, date(row.due), date(row.unitDue), row.submittedAt === null ? null : instant(row.submittedAt), yes(row.late), yes(row.overdue), yes(row.silent),
    ]),
  ]);
}

export const dutiesCsv = page({ name: 'dutiesCsv', path: '/cycles/:cycle/duties.csv', action: 'duty.list', scope: 'list', params: inCycle, query: dutiesQuery, show });
