// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { dateSettings } from '../date-settings.ts';

export const settings: FieldSettings = dateSettings('date-time', { type: 'string', 'x-type': 'date-time' });
