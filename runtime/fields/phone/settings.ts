// SPDX-License-Identifier: BSD-3-Clause
import { own } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('phone', { type: 'string', 'x-type': 'phone' }, [
  own('tel'),
]);
