// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe } from '../../server/openapi.ts';
import { registry } from '../../server/routes/index.ts';

test('the description is valid OpenAPI 3.1 and names every route, once', async () => {
  const described = describe(registry, 'https://patto.example') as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const config = await createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'path-parameters-defined': 'error',
      'operation-operationId-unique': 'error',
      'no-identical-paths': 'error',
    },
  });
  const found = await lintFromString({ source: JSON.stringify(described), config });
  assert.deepEqual(
    found.map(({ message, location }) => `${message} ${location[0]?.pointer ?? ''}`),
    [],
  );
  const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
  assert.equal(operations.length, registry.length);
  const broken = structuredClone(described);
  Object.assign(Object.values(broken.paths)[0] ?? {}, { get: { responses: 7 } });
  assert.ok(
    (await lintFromString({ source: JSON.stringify(broken), config })).length > 0,
    'the check itself can fail',
  );
});
