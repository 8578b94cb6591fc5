import { join } from 'node:path';
import { cache, hashOf } from './stamp.mjs';

/** Where the bundle of exactly these sources lies, or will lie. */
export function bundlePath() {
  return join(cache, `workflow-bundle-${hashOf(['workflows', 'domain', 'package-lock.json']).slice(0, 16)}.js`);
}
