// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

const card = {
  id: 'aB3_-xyz012aB3_-xyz012',
  name: 'carta d’identità.pdf',
  type: 'application/pdf',
  size: 412_345,
  sha256: '0123456789abcdef'.repeat(4),
};
const photo = {
  ...card,
  id: 'bB3_-xyz012aB3_-xyz012',
  name: 'contratto.jpg',
  type: 'image/jpeg',
  size: 2_400_000,
};
const sheet = {
  ...card,
  id: 'cB3_-xyz012aB3_-xyz012',
  name: 'spese.ods',
  type: 'application/vnd.oasis.opendocument.spreadsheet',
};

export const samples: FieldSamples = {
  fields: [
    {
      about: 'documenti e foto',
      field: { title: 'Documento d’identità', type: 'array', 'x-type': 'file', maxItems: 2 },
      good: [[card], [card, photo]],
      bad: [
        [],
        [card, photo, card],
        [sheet],
        [{ ...card, id: '../../etc/passwd' }],
        [{ ...card, id: 'corto' }],
        [{ ...card, name: '' }],
        [{ ...card, name: 'gi\u202Efdp.exe' }],
        [{ ...card, name: 'a'.repeat(121) }],
        [{ ...card, type: 'image/svg+xml' }],
        [{ ...card, type: 'text/html' }],
        [{ ...card, size: 0 }],
        [{ ...card, size: 1.5 }],
        [{ ...card, size: 20_000_000 }],
        [{ ...card, sha256: 'ABCDEF' }],
        [{ ...card, altro: 1 }],
        [{ id: card.id }],
        card,
        'carta.pdf',
        null,
      ],
    },
    {
      about: 'solo fogli e documenti, fino a 2 MB',
      field: {
        title: 'Elenco delle spese',
        type: 'array',
        'x-type': 'file',
        minItems: 1,
        maxItems: 1,
        'x-settings': { kinds: ['office'], size: 2 },
      },
      good: [[sheet]],
      bad: [[card], [{ ...sheet, size: 3_000_000 }]],
    },
    {
      about: 'una foto, anche con la fotocamera',
      field: {
        title: 'Foto dell’alloggio',
        type: 'array',
        'x-type': 'file',
        maxItems: 4,
        'x-settings': { kinds: ['photo'], camera: true },
      },
      good: [[photo]],
      bad: [[card]],
    },
  ],
  typed: [
    ['', { value: undefined }],
    ['[]', { value: undefined }],
    [JSON.stringify([card]), { value: [card] }],
    ['carta.pdf', { code: 'not-files' }],
    [JSON.stringify([sheet]), { code: 'not-a-file' }],
  ],
  paper: [
    [[card], 'carta d’identità.pdf (0,4 MB)'],
    [[card, photo], 'carta d’identità.pdf (0,4 MB)\ncontratto.jpg (2,3 MB)'],
  ],
};
