import type { AuditRow } from '../../domain/audit.ts';
import { getCycle } from '../use-cases/place.ts';
import type { Stream } from '../http/route.ts';

const heartbeatMs = 15_000;

/** Audit rows of a cycle as server-sent events: the row's id is the event's id, so a reader goes on where it broke off. */
export const streamEvents: Stream = async ({ desk, feed }, _caller, request, response) => {
  const cycle = await getCycle(desk.record.read, String(request.params['cycle']));
  const last = request.get('last-event-id') ?? (typeof request.query['after'] === 'string' ? request.query['after'] : undefined);
  const after = last !== undefined && /^\d{1,15}$/.test(last) ? Number(last) : undefined;
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'keep-alive', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  response.write(': chu-trinh\n\n');
  const stop = await feed.follow(cycle.id, after, (row) => void response.write(eventOf(row)), () => void response.end());
  const heartbeat = setInterval(() => void response.write(': \n\n'), heartbeatMs);
  const end = (): void => {
    clearInterval(heartbeat);
    stop();
  };
  if (response.closed || request.destroyed) end();
  response.on('close', end);
};

function eventOf({ id, at, actor, act, unit, subject, outcome, details }: AuditRow): string {
  return `id: ${id}\nevent: ${outcome}\ndata: ${JSON.stringify({ id, at, actor, act, unit, subject, outcome, details })}\n\n`;
}
