import type { AuditRow } from '../../domain/audit.ts';
import { getCycle } from '../use-cases/place.ts';
import { isStillIn } from '../use-cases/sessions.ts';
import type { Stream } from '../http/route.ts';

const heartbeatMs = 15_000;

/** Audit rows of a cycle as server-sent events: the row's id is the event's id, so a reader goes on where it broke off. Ends for who is locked or signed out meanwhile. */
export const streamEvents: Stream = async ({ desk, feed }, caller, request, response) => {
  const cycle = await getCycle(desk.record.read, String(request.params['cycle']));
  const last = request.get('last-event-id') ?? (typeof request.query['after'] === 'string' ? request.query['after'] : undefined);
  const after = last !== undefined && /^\d{1,15}$/.test(last) ? Number(last) : undefined;
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'keep-alive', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  response.write(': chu-trinh\n\n');
  const send = async (text: string): Promise<void> => {
    const isIn = await isStillIn(desk, caller, 'cycle.events');
    if (response.writable) void (isIn ? response.write(text) : response.end());
  };
  const stop = await feed.follow(cycle.id, after, (rows) => send(rows.map(eventOf).join('')), () => void response.end());
  const heartbeat = setInterval(() => void send(': \n\n').catch(() => undefined), heartbeatMs); // a record that is away is asked again
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
