import { createDocument, type ZodOpenApiOperationObject, type oas31 } from 'zod-openapi';
import { z } from 'zod';
import { refusals } from '../domain/refusals.ts';
import { uploadForm } from './contracts/attachment.ts';
import { problem } from './contracts/problem.ts';
import type { Route } from './http/route.ts';

type OpenApiDocument = oas31.OpenAPIObject;

/** OpenAPI 3.1 of a route table. */
export function openApiOf(routes: readonly Route[], version: string): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Chu Trình', version, license: { name: 'Apache-2.0' },
      description: [
        'Chu kỳ kế hoạch chuyển đổi số của một tỉnh, từ hướng dẫn đến báo cáo quý cuối cùng. / The yearly digital-government plan of a province, from guidance to the last quarterly report.',
        'Instants are epoch milliseconds on the cycle\'s calendar; days are `YYYY-MM-DD` in Asia/Ho_Chi_Minh; money is whole đồng. A figure that is missing is `null`, never zero.',
        'Refusals are RFC 9457 problems in the language of `Accept-Language` (vi, en); pointers of a submission\'s errors are relative to its content.',
        'Acts that change a year need an `Idempotency-Key`: the same key and request get the same answer again.',
      ].join('\n\n'),
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }, { token: [] }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'chutrinh_session', description: 'From POST /sessions; what changes something also needs its X-CSRF-Token' },
        token: { type: 'http', scheme: 'bearer', description: 'A personal token from POST /me/tokens' },
      },
    },
    paths,
  });
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const isStream = route.stream !== undefined;
  const status = String(route.answer === undefined ? 204 : route.status ?? 200) as '200';
  const problems = { description: 'Refused', content: { 'application/problem+json': { schema: problem } } };
  return {
    operationId: route.name,
    tags: [route.tag],
    summary: route.summary.en,
    description: route.summary.vi,
    'x-action': route.action,
    ...(route.action === 'public' ? { security: [] } : {}),
    requestParams: { ...(hasMembers(route.params) ? { path: route.params } : {}), ...(hasMembers(route.query) ? { query: route.query } : {}), ...headersOf(route) },
    ...(route.upload ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: uploadForm } } } } : {}),
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } } : {}),
    responses: {
      [status]: route.answer === undefined ? { description: 'Done' } : { description: 'Done', content: { [isStream ? route.produces ?? 'text/event-stream' : 'application/json']: { schema: route.answer } } },
      ...Object.fromEntries(statusesOf(route).map((each) => [each, problems])),
    },
  };
}

const hasMembers = (schema: z.ZodType): schema is z.ZodObject => schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0;

function headersOf(route: Route): { header?: z.ZodObject } {
  const key = z.string().meta({ description: 'A text of its own for each act; sent unchanged with each retry' });
  const version = z.string().meta({ description: 'Version of the draft that was read, as its ETag', example: '"1"' });
  const headers = { ...(route.key ? { 'Idempotency-Key': key } : {}), ...(route.ifMatch ? { 'If-Match': route.ifMatch === 'required' ? version : version.optional() } : {}) };
  return Object.keys(headers).length > 0 ? { header: z.object(headers) } : {};
}

/** Statuses a caller has to expect of any route of its kind. */
function statusesOf(route: Route): readonly string[] {
  const always = route.action === 'public' ? [401, 422, 429] : [401, 403, 404];
  const acting = route.method === 'get' ? [] : [400, 409, 413, 415, 422, 503];
  const versioned = route.ifMatch ? [412, 428] : [];
  const known = new Set<number>(Object.values(refusals).map(({ status }) => status));
  return [...new Set([...always, ...acting, ...versioned])].filter((status) => known.has(status)).sort().map(String);
}
