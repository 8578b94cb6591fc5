import { afterEach, expect, it } from 'vitest';
import type { Rehearsals, RehearsalState } from '../../domain/ports/rehearsals.ts';
import { createRehearsals } from '../../main/server/rehearsals.ts';
import { until } from '../support/until.ts';

let rehearsals: Rehearsals | undefined;
afterEach(() => rehearsals?.close());

const open = (isWhole = true): Rehearsals => (rehearsals = createRehearsals({ data: '/nowhere', program: 'tests/main/programs/rehearse.ts', isWhole: () => isWhole }));
const start = (seed: number, more = {}): string => rehearsals?.start({ plan: 'gia-lai-2022', seed, ...more }) ?? '';
const reached = (id: string, status: RehearsalState['status']): Promise<unknown> => until(`rehearsal ${status}`, async () => rehearsals?.state(id)?.status === status);

it('a rehearsal tells its cycle when it is launched, and at the end how it went', async () => {
  open();
  const id = start(1, { units: 3, minutes: 2 });
  expect(rehearsals?.state(id)).toMatchObject({ status: 'starting', cycle: null });
  await reached(id, 'done');
  expect(rehearsals?.state(id)).toMatchObject({ cycle: '2022-thu-1', result: { seconds: 12.5, refused: 3, warnings: 1 }, error: null });
  expect(rehearsals?.state(id)?.endedAt).not.toBeNull();
});

it('one that runs can be stopped, once', async () => {
  open();
  const id = start(7);
  await reached(id, 'running');
  expect(rehearsals?.stop(id)).toBe(true);
  await until('its end', async () => rehearsals?.state(id)?.endedAt !== null);
  expect([rehearsals?.state(id)?.status, rehearsals?.stop(id)]).toEqual(['stopped', false]);
});

it('one that fails keeps what its program said last', async () => {
  open();
  const id = start(13);
  await reached(id, 'failed');
  expect(rehearsals?.state(id)?.error).toContain('No plan of this name');
});

it('closing stops what runs', async () => {
  open();
  const id = start(7);
  await reached(id, 'running');
  await rehearsals?.close();
  expect(rehearsals?.state(id)).toMatchObject({ status: 'stopped' });
  expect(rehearsals?.state(id)?.endedAt).not.toBeNull();
});

it('none starts where no whole system runs', () => {
  expect(open(false).start({ plan: 'gia-lai-2022', seed: 1 })).toBeUndefined();
  expect(rehearsals?.list()).toEqual([]);
});
