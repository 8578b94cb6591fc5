import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../api/errors/en.ts';
import { vi } from '../../api/errors/vi.ts';
import { refusals } from '../../domain/refusals.ts';
import { openTestApi, routes, type TestApi } from '../support/api.ts';

describe('the API describes itself', () => {
  let api: TestApi;
  beforeAll(async () => { api = await openTestApi(); });
  afterAll(() => api.close());

  it('as OpenAPI 3.1, every route with its permission and problems', async () => {
    const { body } = await request(api.app.express).get('/api/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const route of routes) {
      const operation = body.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')][route.method];
      expect(operation).toMatchObject({ operationId: route.name, summary: route.summary.en, 'x-action': route.action });
      const parameters = (operation.parameters ?? []) as { name: string; in: string; required?: boolean }[];
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name).sort()).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort());
      expect(parameters.some(({ name, required }) => name === 'Idempotency-Key' && required)).toBe(Boolean(route.key));
      expect(operation.responses['401'].content['application/problem+json']).toBeDefined();
    }
    expect(JSON.stringify(body.components.schemas.PlanContent.properties.budgetTotal)).toContain('integer');
  });

  it('as a page without anything inline or from elsewhere, in both languages', async () => {
    for (const path of ['/docs', '/api/v1', '/api/v1/']) {
      const { text, headers } = await request(api.app.express).get(path).set('accept-language', 'vi');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(text).toContain('<html lang="vi">');
      expect(text).not.toMatch(/<script(?! src="\/docs\/docs\.js" defer>)|<style|style=|onclick=|https?:\/\//);
      for (const route of routes) expect(text).toContain(`id="${route.name}"`);
    }
    expect((await request(api.app.express).get('/docs?lang=en')).text).toContain('Sign in');
    expect((await request(api.app.express).get('/docs/docs.js')).headers['content-type']).toContain('javascript');
    expect((await request(api.app.express).get('/docs/docs.css')).status).toBe(200);
    expect((await request(api.app.express).get('/')).headers['location']).toBe('/docs');
  });

  it('has words for every refusal in both languages, with the same figures', () => {
    for (const code of Object.keys(refusals) as (keyof typeof refusals)[]) {
      const figures = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
      expect(figures(vi[code].detail)).toEqual(figures(en[code].detail));
    }
  });

  it('shows metrics to this machine only, and to none that a proxy passes on', async () => {
    const { text } = await request(api.app.express).get('/metrics');
    expect(text).toContain('chutrinh_http_request_seconds_bucket');
    expect(text).toContain('chutrinh_nodejs_eventloop_lag_p99_seconds');
    expect(text).toContain('chutrinh_outbox_waiting');
    expect((await request(api.app.express).get('/metrics').set('x-forwarded-for', '10.0.0.1')).status).toBe(401);
  });
});
