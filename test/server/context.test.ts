// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentions } from '../../server/context.ts';

test('a context holds only what the version mentions', () => {
  const found = mentions({
    a: { 'x-choices': { from: 'register:servizi' } },
    b: { 'x-value': { 'at-most': ['/x', { param: 'adi.isee' }] } },
    c: {
      'x-value': { lookup: ['impegni', '/c'] },
      'x-ref': 'case:/nucleo',
      'x-prefill': 'case:/adi-domanda/pad',
    },
    d: { param: [{ text: 'adi.reddito' }] },
  });
  assert.deepEqual([...found.lists].sort(), ['impegni', 'servizi']);
  assert.deepEqual([...found.parameters], ['adi.isee', 'adi.reddito']);
  assert.deepEqual([...found.case], ['nucleo', 'adi-domanda']);
});
