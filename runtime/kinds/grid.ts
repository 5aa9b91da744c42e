// SPDX-License-Identifier: BSD-3-Clause
import type { FieldNode, Kind } from '../engine/contract.ts';

const scored = ({ schema }: FieldNode): boolean =>
  schema['x-score'] !== undefined ||
  Boolean((schema.oneOf ?? schema.items?.oneOf)?.some((choice) => choice['x-score'] !== undefined));

export const grid: Kind = {
  kind: 'grid',
  words: { it: 'Griglia', en: 'Grid' },
  lint: (outline) =>
    outline.fields.some(scored)
      ? []
      : [{ code: 'nothing-scored', at: '/schema', params: {}, level: 'warning' }],
};
