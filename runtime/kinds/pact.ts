// SPDX-License-Identifier: BSD-3-Clause
import type { Kind } from '../engine/contract.ts';

export const pact: Kind = {
  kind: 'pact',
  words: { it: 'Patto', en: 'Pact' },
  lint: (outline) =>
    outline.fields.some((field) => field.schema['x-ref'] !== undefined)
      ? []
      : [{ code: 'nothing-linked', at: '/schema', params: {}, level: 'warning' }],
};
