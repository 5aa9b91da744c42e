// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings(
  'table',
  { type: 'object', 'x-type': 'table', properties: {} },
  [],
);
