import { searchQuery, searchResult } from '../contracts/search.ts';
import { route, type Route } from '../http/route.ts';
import { search } from '../use-cases/searching.ts';

export const searchRoutes: readonly Route[] = [
  route({
    name: 'search', tag: 'me', method: 'get', path: '/search', action: 'self.read', query: searchQuery, answer: searchResult,
    summary: { vi: 'Tìm đơn vị, chỉ tiêu, chu kỳ, kế hoạch mà người hỏi được xem; có dấu hay không dấu', en: 'Look for units, targets, cycles and plans that the caller may read; with or without marks' },
    handle: ({ desk }, caller, { query }) => search(desk, caller, query.q),
  }),
];
