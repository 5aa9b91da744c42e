// SPDX-License-Identifier: AGPL-3.0-or-later
// Whether a fund allows a family is said by the fund's own row; the pact warns at the support, and stops nobody.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { realForms } from '../../server/assemble.ts';
import type { Context, Definition } from '../../schemas/types.ts';
import { valprova } from '../fixtures/national.ts';

const definition = JSON.parse(
  readFileSync('schemas/national/adi/definitions/pais.json', 'utf8'),
) as Definition;
const fondi = valprova.registers?.['fondi'] ?? [];

test('a support on a fund that does not allow the family is warned of: measure, or ISEE, or extreme poverty', async () => {
  const forms = await realForms();
  const outline = forms.outline({ hash: 'funds', source: definition });
  const warned = (fund: string, misura: string, isee?: number, ethos?: string): boolean => {
    const context: Context = {
      today: '2026-03-02',
      referenceDate: '2026-03-02',
      parameters: {},
      lists: { fondi },
      case: {
        pratica: { misura },
        ...(isee === undefined ? {} : { 'adi-domanda': { isee } }),
        ...(ethos === undefined ? {} : { 'analisi-preliminare': { casa: { ethos } } }),
      },
      role: 'case-manager',
      locale: 'it',
    };
    const settled = forms.settle(outline, { sostegni: [{ id: 'abcdefghijk', fondo: fund }] }, context);
    return forms
      .check(outline, settled, context)
      .some(({ at, level }) => at === '/sostegni/0/fondo' && level === 'warning');
  };
  // the measure, or an ISEE that is not above: both ends of the threshold
  assert.equal(warned('qsfp-2025', 'adi', 2_000_000), false);
  assert.equal(warned('qsfp-2025', 'sociale', 1_014_000), false);
  assert.equal(warned('qsfp-2025', 'sociale', 1_014_001), true);
  assert.equal(warned('qsfp-2025', 'sociale'), true, 'nobody knows the ISEE');
  assert.equal(warned('qpe-2024', 'adi', 0), true);
  assert.equal(warned('qpe-2024', 'adi', 0, '1.1'), false);
  assert.equal(warned('comunale', 'sociale'), false, 'a fund that asks nothing');
});
