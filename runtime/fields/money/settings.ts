// SPDX-License-Identifier: BSD-3-Clause
import { example, limits } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings(
  'money',
  { type: 'integer', 'x-type': 'money', minimum: 0 },
  [...limits({ type: 'integer', 'x-type': 'money' }), example],
);
