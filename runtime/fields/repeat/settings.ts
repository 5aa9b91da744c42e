// SPDX-License-Identifier: BSD-3-Clause
import { counts } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings(
  'repeat',
  { type: 'array', items: { type: 'object', properties: {} } },
  [...counts({ it: 'Righe', en: 'Rows' }, 500)],
);
