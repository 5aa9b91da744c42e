// SPDX-License-Identifier: BSD-3-Clause
import { example, limits, step, tellLimits, unit } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('integer', { type: 'integer', minimum: 0 }, [
  unit,
  ...limits({ type: 'integer' }),
  tellLimits,
  step({ type: 'integer', minimum: 1, maximum: 1000000 }),
  {
    key: 'pulsanti',
    keyword: 'x-settings/buttons',
    as: true,
    question: {
      title: 'Pulsanti meno e più',
      'x-hint': 'Per numeri piccoli, come il numero dei figli',
      type: 'boolean',
    },
    english: { title: 'Buttons for less and more', hint: 'For small numbers, such as how many children' },
  },
  example,
]);
