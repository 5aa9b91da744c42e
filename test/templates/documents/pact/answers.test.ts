// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEngine } from '../../../../runtime/engine/load.ts';
import { walk } from '../../../../runtime/engine/walk.ts';
import type { Definition } from '../../../../schemas/types.ts';
import { otherAnswers } from '../../../../templates/documents/pact/answers.ts';
import type { DocumentInput } from '../../../../templates/input.ts';

const definition: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'grid',
  id: 'carta',
  title: 'Su carta',
  schema: {
    type: 'object',
    properties: {
      prima: { title: 'Prima', type: 'string' },
      mese: {
        title: 'Nel mese',
        type: 'object',
        'x-type': 'grid',
        properties: { sonno: { title: 'Sonno', oneOf: [{ const: 'mai', title: 'Mai' }] } },
      },
      spese: {
        title: 'Spese',
        type: 'object',
        'x-type': 'table',
        properties: {
          luce: {
            title: 'Luce',
            type: 'object',
            properties: { importo: { title: 'Importo', type: 'integer', 'x-type': 'money' } },
          },
        },
      },
    },
  },
};

test('grids and tables stand in tables of their own, each line named by its row', async () => {
  const outline = walk(definition, await loadEngine((source) => new RegExp(source, 'u')));
  const input = { outline, version: { title: 'Su carta' }, submission: {}, roles: [], papers: new Map() };
  const sources = ['typed', 'prefilled', 'computed', 'declared', 'verified'].map((key) => [
    `from.${key}`,
    key,
  ]);
  const blocks = otherAnswers(
    input as unknown as DocumentInput,
    { prima: 'sì', mese: { sonno: 'mai' }, spese: { luce: { importo: 1050 } } },
    (_, value) => String(value),
    { none: '—', ...Object.fromEntries(sources) } as Parameters<typeof otherAnswers>[3],
  );
  assert.deepEqual(blocks, [
    { title: 'Su carta', rows: [{ title: 'Prima', text: 'sì', source: '—', drawing: '' }] },
    { title: 'Nel mese', rows: [{ title: 'Sonno', text: 'mai', source: '—', drawing: '' }] },
    { title: 'Spese', rows: [{ title: 'Luce: Importo', text: '1050', source: '—', drawing: '' }] },
  ]);
});
