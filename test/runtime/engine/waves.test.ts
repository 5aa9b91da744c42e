// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldSchema } from '../../../schemas/types.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { changesBetween } from '../../../runtime/engine/waves.ts';
import { family } from '../../fixtures/families.ts';
import { outlines } from '../../fixtures/national.ts';
import { engine, formOf } from './engine.ts';

const level: FieldSchema = {
  type: 'string',
  oneOf: [
    { const: 'a', title: 'Bene', 'x-score': 1 },
    { const: 'b', title: 'Così così', 'x-score': 2 },
    { const: 'c', title: 'Male', 'x-score': 3 },
  ],
  'x-not-asked': ['not-collected'],
};

test('a level that falls is better, one that rises is worse; others tell nothing', () => {
  const rows: FieldSchema = {
    type: 'array',
    items: { type: 'object', properties: { uno: level, due: level } },
  };
  const outline = walk(
    formOf({ casa: level, nota: { type: 'string', maxLength: 9 }, persone: rows }),
    engine,
  );
  const not = { declined: 'not-collected' };
  const before = {
    casa: 'a',
    nota: 'c',
    persone: [
      { id: 'persona0001', uno: 'c', due: not },
      { id: 'persona0002', uno: 'a' },
    ],
  };
  const after = {
    casa: 'b',
    nota: 'a',
    persone: [
      { id: 'persona0003', uno: 'a' },
      { id: 'persona0001', uno: 'a', due: 'a' },
    ],
  };
  assert.deepEqual(
    changesBetween(outline, before, after).map(({ at, before: was, after: is, way }) => [at, was, is, way]),
    [
      ['/casa', 'a', 'b', 'worse'],
      ['/persone/persona0001/uno', 'c', 'a', 'better'],
    ],
  );
});

test('C4, from the first wave to the second: four are better, none is worse', () => {
  const waves = family('c4').submissions.filter(({ definition }) => definition === 'quadro-analisi');
  assert.deepEqual(waves.map(({ day, answers }) => [day, answers['onda']]), [['2026-02-18', 'T0'], ['2026-07-27', 'T1']]); // prettier-ignore
  const changes = changesBetween(outlines.get('quadro-analisi')!, waves[0]!.answers, waves[1]!.answers);
  assert.deepEqual(
    changes.map(({ at, before, after, way }) => [at, before, after, way]),
    [
      ['/adulti/salvatoreC4/livelli/ad1', '6', '5', 'better'],
      ['/minori/nicolaC4nuc/bisogni_livelli/m6', '6', '5', 'better'],
      ['/minori/sofiaC4nucl/bisogni_livelli/m6', '5', '4', 'better'],
      ['/minori/sofiaC4nucl/genitori_livelli/m10', '5', '4', 'better'],
    ],
  );
});
