/**
 * What keeps worker and server small; `npm run worker` and `npm run server` say the same in package.json. Few malloc arenas for both: at two
 * thousand units the worker passed 600 MB without. A small young generation and a bounded old one for the server: 323 MB without, 261 MB with,
 * the same time per submission.
 */
export const fewArenas: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '2' };
export const serverFlags: readonly string[] = ['--max-semi-space-size=8', '--max-old-space-size=256'];
