import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import type { FieldFault } from '../http/form.ts';

const require = createRequire(import.meta.url);
const views = join(import.meta.dirname, '..', 'views');
const govuk = dirname(require.resolve('govuk-frontend/package.json'));

/** Templates are read once, and escape everything that they are given. */
export function createTemplates(): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([views, join(govuk, 'dist')], { watch: false, noCache: false });
  const templates = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true });
  templates.addFilter('errorList', (faults: readonly FieldFault[]) => faults.map(({ field, message }) => ({ text: message, ...(field === '' ? {} : { href: `#${field}` }) })));
  return templates;
}
