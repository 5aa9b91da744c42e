// SPDX-License-Identifier: BSD-3-Clause
import { example, lengths, pattern } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('text', { type: 'string', maxLength: 200 }, [
  ...lengths(5000),
  pattern,
  example,
]);
