import { join } from 'node:path';
import { cache, hashOf } from './stamp.mjs';

/** Where style sheet, scripts and fonts built of exactly these sources lie, or will lie. */
export function assetsPath() {
  return join(cache, `assets-${hashOf(['web/assets', 'package-lock.json']).slice(0, 16)}`);
}
