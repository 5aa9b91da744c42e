// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signaturesData } from '../../../../templates/documents/signatures/data.ts';

test('the sheet lists a refusal with its reason, and the hour of Rome', () => {
  const { data } = signaturesData({
    language: 'it',
    document: {
      number: 'P-1',
      revision: 1,
      signers: [{ id: 'a', name: 'Rita Prova', role: 'per la famiglia' }],
      signatures: [
        {
          signer: 'a',
          mode: 'refused',
          at: '2026-03-31T22:30:00Z',
          identified: 'conoscenza',
          reason: 'Vuole pensarci',
          registeredBy: 'x',
          sha256: '0'.repeat(64),
        },
      ],
    },
    sha256: '0'.repeat(64),
    names: { x: 'Carla' },
  });
  const { rows } = data as unknown as { readonly rows: readonly { readonly [name: string]: string }[] };
  const [row] = rows;
  assert.deepEqual(
    [row?.['name'], row?.['mode'], row?.['reason'], row?.['when'], row?.['by']],
    ['Rita Prova', 'non ha firmato', 'Motivo: Vuole pensarci', '01/04/2026, 00:30', 'Carla'],
  );
});
