// SPDX-License-Identifier: AGPL-3.0-or-later
// OpenAPI 3.1 from the registry of routes: nothing is described that is not served, and the other way round.
import { rules, type Rule } from './access.ts';
import type { JsonSchema, Route } from './routes/contract.ts';
import { schemaComponents } from './openapi-schemas.ts';
import { version } from './version.ts';

const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: {
      type: 'string',
      description: 'a sentence in the language of Accept-Language, Italian or English',
    },
    status: { type: 'integer' },
    code: { type: 'string' },
    at: { type: 'string', description: 'JSON Pointer' },
    params: { type: 'object' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'at', 'message', 'level'],
        properties: {
          code: { type: 'string' },
          at: { type: 'string' },
          message: { type: 'string' },
          level: { enum: ['error', 'warning'] },
          params: { type: 'object' },
        },
      },
    },
  },
};

/** The description of these routes, served at `base`. */
export function describe(routes: readonly Route[], base: string): { readonly [key: string]: unknown } {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace('...}', '}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Patto',
      version,
      description:
        'Forms, cases and pacts of a social district. Every refusal is a problem document (RFC 9457).',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: base }],
    paths,
    components: {
      schemas: { ...schemaComponents(), Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-patto' },
        token: { type: 'http', scheme: 'bearer', description: 'of a page with a form' },
        key: { type: 'http', scheme: 'bearer', description: 'of a program: patto.<district>.<id>.<secret>' },
      },
    },
  };
}

function operation(route: Route): { readonly [key: string]: unknown } {
  const rule: Rule = rules[route.access];
  const status = String(route.status ?? 200);
  return {
    operationId: operationId(route),
    summary: route.summary,
    description: `Access: ${route.access}.`,
    security: rule.who === 'anyone' ? [] : [securityOf(rule)],
    parameters: parameters(route),
    ...(route.body ? { requestBody: content('application/json', route.body.schema, true) } : {}),
    ...(route.file
      ? { requestBody: content(route.file.type, { type: 'string', format: 'binary' }, true) }
      : {}),
    responses: {
      [status]: { description: 'Done', ...(route.answer ? content('application/json', route.answer) : {}) },
      ...Object.fromEntries(
        Object.entries(route.also ?? {}).map(([other, schema]) => [
          other,
          { description: 'Done otherwise', ...content('application/json', schema) },
        ]),
      ),
      default: {
        description: 'Refused',
        ...content('application/problem+json', { $ref: '#/components/schemas/Problem' }),
      },
    },
  };
}

const securityOf = ({ who }: Rule) =>
  who === 'token' ? { token: [] } : who === 'key' ? { key: [] } : { session: [] };

const content = (type: string, schema: JsonSchema, required?: boolean) => ({
  ...(required ? { required } : {}),
  content: { [type]: { schema } },
});

const operationId = (route: Route): string =>
  [route.method.toLowerCase(), ...route.path.split(/[^A-Za-z0-9]+/).filter(Boolean)].join('-');

function parameters(route: Route): readonly unknown[] {
  const inPath = [...route.path.matchAll(/\{(\w+)(?:\.\.\.)?\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(route.query ?? {}).map(([name, schema]) => ({ name, in: 'query', schema }));
  const header = (name: string, needed: boolean, description: string) => ({
    name,
    in: 'header',
    required: needed,
    description,
    schema: { type: 'string' },
  });
  const needs = [
    ...(route.needs?.includes('rev')
      ? [header('If-Match', true, 'revision that the change starts from, e.g. "3"')]
      : []),
    ...(route.method === 'POST'
      ? [
          header(
            'Idempotency-Key',
            route.needs?.includes('key') ?? false,
            'the same key gives the same answer',
          ),
        ]
      : []),
  ];
  const reason = rules[route.access as keyof typeof rules] as Rule;
  const reads = reason.object !== undefined && reason.right === 'v';
  return [
    ...inPath,
    ...inQuery,
    ...needs,
    ...(route.named ? [header('X-Patto-Name', true, 'what the file is called, percent-encoded')] : []),
    ...(reads
      ? [header('X-Patto-Reason', false, 'written reason, percent-encoded, for a case that others follow')]
      : []),
  ];
}
