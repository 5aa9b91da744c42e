// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe } from '../../server/openapi.ts';
import { registry } from '../../server/routes/index.ts';
import { caseOf, createWorld, submit } from './world.ts';

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

test('what is answered is what is described', async () => {
  const world = await createWorld();
  try {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ ...describe(registry, world.base) }, 'openapi');
    const kase = await caseOf(world);
    const cookie = await world.signIn('segue');
    const post = async (path: string, body: object) => (await world.ask('POST', path, { cookie, body })).json;
    const draft = (await post(`/api/cases/${kase}/drafts`, { definition: 'scheda' })).id as string;
    const pact = (await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' })).id as string;
    const submission = (await post(`/api/drafts/${pact}/submit`, { answers: { testo: 'Insieme' } }))
      .id as string;
    const document = (await post(`/api/cases/${kase}/documents`, { kind: 'pact', submission })).act
      .id as string;
    const job = (await world.deps.store.list({ district: 'alfa', actor: 'system' }, 'jobs')).items[0]?.id;
    await submit(world);
    const sides: readonly (readonly [string, string, string])[] = [
      ['/api/session', '/api/session', 'segue'],
      ['/api/district', '/api/district', 'segue'],
      ['/api/requests', '/api/requests', 'segue'],
      ['/api/cases', '/api/cases', 'segue'],
      ['/api/jobs', '/api/jobs', 'segue'],
      ['/api/jobs/{id}', `/api/jobs/${job}`, 'segue'],
      ['/api/printables', '/api/printables?kind=pact', 'segue'],
      ['/api/cases/{id}', `/api/cases/${kase}`, 'segue'],
      ['/api/cases/{id}', `/api/cases/${kase}`, 'capo'],
      ['/api/drafts/{id}', `/api/drafts/${draft}`, 'segue'],
      ['/api/submissions/{id}', `/api/submissions/${submission}`, 'segue'],
      ['/api/documents/{id}', `/api/documents/${document}`, 'segue'],
      ['/api/definitions', '/api/definitions', 'moduli'],
      ['/api/definitions/{id}', '/api/definitions/scheda', 'moduli'],
      ['/api/definitions/{id}/findings', '/api/definitions/scheda/findings', 'moduli'],
      ['/api/versions/{id}', '/api/versions/scheda', 'moduli'],
      ['/api/versions/{id}/{number}', '/api/versions/scheda/1', 'moduli'],
      ['/api/accounts', '/api/accounts', 'chiavi'],
      ['/api/audit', '/api/audit', 'occhio'],
      ['/embed/{district}/{form}/context', '/embed/alfa/domanda/context?version=1', ''],
      ['/api/lists/{list}', '/api/lists/servizi?q=men', 'segue'],
      ['/api/verify/{code}', '/api/verify/AAAA-AAAA-AAAA', ''],
    ];
    for (const [described, path, who] of sides) {
      const told = await world.ask('GET', path, who ? { cookie: await world.signIn(who) } : {});
      assert.equal(told.status, 200, path);
      const pointer = `openapi#/paths/${described.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/get/responses/200/content/application~1json/schema`;
      const validate = ajv.compile({ $ref: pointer });
      assert.ok(validate(told.json), `${path}: ${ajv.errorsText(validate.errors)}`);
    }
  } finally {
    await world.close();
  }
});
