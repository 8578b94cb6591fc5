/** The nightly comparison of open duties with running workflows, and the schedule that starts it. */
export const upkeepWorkflow = 'upkeep';
export const upkeepSchedule = 'nightly-upkeep';
