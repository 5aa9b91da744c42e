// SPDX-License-Identifier: BSD-3-Clause
import { example, limits, unit } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('integer', { type: 'integer', minimum: 0 }, [
  unit,
  ...limits({ type: 'integer' }),
  example,
]);
