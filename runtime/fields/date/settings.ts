// SPDX-License-Identifier: BSD-3-Clause
import { own } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { dateSettings } from '../date-settings.ts';

export const settings: FieldSettings = dateSettings('date', { type: 'string', format: 'date' }, [
  own('bday'),
]);
