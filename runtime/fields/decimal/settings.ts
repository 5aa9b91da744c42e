// SPDX-License-Identifier: BSD-3-Clause
import { example, limits, step, tellLimits, unit } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('decimal', { type: 'number', minimum: 0 }, [
  unit,
  ...limits({ type: 'number' }),
  tellLimits,
  step({ type: 'number', minimum: 0.000001, maximum: 1000000, 'x-settings': { decimals: 6 } }),
  {
    key: 'decimali',
    keyword: 'x-settings/decimals',
    question: {
      title: 'Cifre dopo la virgola',
      'x-hint': 'Due se non scrivi niente',
      type: 'integer',
      minimum: 0,
      maximum: 6,
    },
    english: { title: 'Digits after the comma', hint: 'Two when left empty' },
  },
  example,
]);
