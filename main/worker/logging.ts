import { DefaultLogger, makeTelemetryFilterString, Runtime, type LogLevel } from '@temporalio/worker';
import pino, { type Logger } from 'pino';
import type { Env } from '../../config/env.ts';

const levels: Readonly<Record<LogLevel, pino.Level>> = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' };

export function createLogger({ LOG_LEVEL }: Pick<Env, 'LOG_LEVEL'>): Logger {
  return pino({ level: LOG_LEVEL, base: null });
}

/** What the Temporal SDK has to say goes the same way, from warnings on: ids of workflows and errors, no contents. */
export function logTemporalTo(logger: Logger): void {
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} } },
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      const { workflowId, activityType, error } = meta ?? {};
      logger[levels[level]]({ workflowId, activityType, error: error instanceof Error ? error.message : error }, message);
    }),
  });
}
