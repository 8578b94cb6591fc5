import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/all.ts';

/** Steps of milliseconds on the record. They are tried until the storage takes them: a full disk delays the year, it does not end it. */
export const record = proxyLocalActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '200 ms', maximumInterval: '30 seconds' },
});

/** Work over many duties, in slices. What is done stays done when it is tried again. */
export const bulk = proxyActivities<Activities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
