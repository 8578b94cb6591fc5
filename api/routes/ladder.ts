import { inCycle } from '../contracts/common.ts';
import { cycle } from '../contracts/cycle.ts';
import * as contract from '../contracts/ladder.ts';
import { route, type Route } from '../http/route.ts';
import { changeLadder, previewLadder } from '../use-cases/ladder.ts';

const common = { tag: 'cycles', method: 'post', action: 'cycle.changeLadder', params: inCycle } as const;

/** The ladder of a running year; of one that is launched it is part of the launch. */
export const ladderRoutes: readonly Route[] = [
  route({
    ...common, name: 'changeLadder', path: '/cycles/:cycle/ladder', key: true, ifMatch: 'optional', body: contract.newLadder, answer: cycle,
    summary: { vi: 'Đổi thang nhắc việc của chu kỳ đang chạy, nêu lý do; nấc đã qua không gửi bù', en: 'Change the ladder of a running year, with a reason; rungs that have passed are not made up for' },
    handle: ({ desk }, caller, { params, body, ifMatch }) => changeLadder(desk, caller, { ...params, ...body, ...(ifMatch === undefined ? {} : { expected: ifMatch }) }),
  }),
  route({
    ...common, name: 'previewLadder', path: '/cycles/:cycle/ladder/preview', quiet: true, body: contract.ladderToPreview, answer: contract.ladderPreview,
    summary: { vi: 'Xem trước: việc đang mở, nấc thêm và bớt trong mười ngày làm việc tới', en: 'What a change would do: open matters, rungs added and dropped in the next ten working days' },
    handle: ({ desk }, _caller, { params, body }) => previewLadder(desk, { ...params, ...body }),
  }),
];
