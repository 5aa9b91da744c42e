// SPDX-License-Identifier: BSD-3-Clause
import { own } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('email', { type: 'string', 'x-type': 'email' }, [
  own('email'),
]);
