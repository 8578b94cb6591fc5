import { isUnitValidOn } from '../../domain/unit.ts';
import type { UnitTask } from '../../domain/submission.ts';
import type { FactContext } from './context.ts';
import { date, text, yesNo } from './define.ts';
import { family } from './family.ts';
import type { PlacedTask } from './tasks.ts';

/** The day on which the lead unit has to exist: when the task is due, else at the year's end. */
const leadNeededOn = ({ due }: UnitTask, { input }: FactContext): string => due ?? `${input.plan.year}-12-31`;

const unknownCoordinating = ({ coordinating }: UnitTask, { input }: FactContext): readonly string[] => (coordinating ?? []).filter((code) => !input.units.has(code));

/** Who leads a task and who takes part, against the register and the cycle. */
export const taskUnitFacts = family<PlacedTask>({
  scope: 'tasks',
  stages: ['plan'],
  facts: {
    'task.lead': text('đơn vị chủ trì', 'the lead unit', ['item/lead'], ({ entry }) => entry.lead),
    'task.leadIsInRegister': yesNo('đơn vị chủ trì có trong danh bạ', 'whether the register has the lead unit', ['item/lead', 'register/units'], ({ entry }, { input }) => (entry.lead ? input.units.has(entry.lead) : null)),
    'task.leadExists': yesNo('đơn vị chủ trì còn tồn tại đến hạn', 'whether the lead unit exists when the task is due', ['item/lead', 'item/due', 'register/units'], ({ entry }, context) => {
      const lead = context.input.units.get(entry.lead);
      return lead && isUnitValidOn(lead, leadNeededOn(entry, context));
    }),
    'task.leadClosedOn': date('ngày đơn vị chủ trì kết thúc', 'the day on which the lead unit closes', ['register/units'], ({ entry }, { input }) => input.units.get(entry.lead)?.validTo),
    'task.leadSuccessors': text('đơn vị kế thừa', 'the units that take over', ['register/units'], ({ entry }, { input }) => input.units.get(entry.lead)?.successors?.join(', ')),
    'task.leadIsInCycle': yesNo('đơn vị chủ trì thuộc chu kỳ này', 'whether the lead unit is in this cycle', ['item/lead', 'plan/units'], ({ entry }, { input }) => (input.units.has(entry.lead) ? input.cycleUnits.has(entry.lead) : null)),
    'task.leadAlsoCoordinates': yesNo('đơn vị chủ trì cũng là đơn vị phối hợp', 'whether the lead unit is also listed as coordinating', ['item/lead', 'item/coordinating'], ({ entry }) => (entry.lead ? (entry.coordinating ?? []).includes(entry.lead) : null)),
    'task.unknownCoordinating': text('đơn vị phối hợp không có trong danh bạ', 'coordinating units that the register does not have', ['item/coordinating', 'register/units'], ({ entry }, context) => unknownCoordinating(entry, context).join(', ')),
  },
});
