import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureWorkflowBundle } from '../../scripts/bundle-workflows.ts';

/** Files of the bundle, relative to the project, as its source map names them. */
async function bundledFiles(): Promise<readonly string[]> {
  const [, map = ''] = /sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,([\w+/=]+)/.exec(readFileSync(await ensureWorkflowBundle(), 'utf8')) ?? [];
  const { sources } = JSON.parse(Buffer.from(map, 'base64').toString()) as { readonly sources: readonly string[] };
  return sources.map((path) => (path.startsWith('/') ? relative(join(import.meta.dirname, '..', '..'), path) : path));
}

const files = await bundledFiles();
const packages = new Set(files.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));

describe('the workflow bundle', () => {
  it('holds the workflows and the part of the domain that they need', () => {
    expect(files).toContain('workflows/unit-plan.ts');
    expect(files).toContain('domain/cycle-clock.ts');
  });

  it('holds of the project nothing else', () => {
    const folders = new Set(files.filter((path) => /\.[cm]?ts$/.test(path) && !path.includes('node_modules')).map((path) => path.split('/')[0]));
    expect([...folders].sort()).toEqual(['domain', 'workflows']);
  });

  it('holds no package but the SDK and what that brings', () => {
    expect([...packages].sort()).toEqual(['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc']);
  });
});
