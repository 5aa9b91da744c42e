// SPDX-License-Identifier: BSD-3-Clause
import { counter, example, lengths, pattern } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings(
  'long-text',
  { type: 'string', 'x-type': 'long-text', maxLength: 3000 },
  [...lengths(50000), counter, pattern, example],
);
