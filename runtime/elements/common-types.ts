// SPDX-License-Identifier: BSD-3-Clause
// The commonest field types whole, in one file.
import { input as date } from '../fields/date/input.ts';
import { input as decimal } from '../fields/decimal/input.ts';
import { input as group } from '../fields/group/input.ts';
import { input as integer } from '../fields/integer/input.ts';
import { input as longText } from '../fields/long-text/input.ts';
import { input as money } from '../fields/money/input.ts';
import { input as one } from '../fields/one/input.ts';
import { input as several } from '../fields/several/input.ts';
import { input as text } from '../fields/text/input.ts';
import { input as yesNo } from '../fields/yes-no/input.ts';
import { learn } from '../words/index.ts';
import { chrome } from '../words/it-limits.ts';
import type { FieldInput } from './input.ts';

learn({ chrome });

export const inputs: readonly FieldInput[] = [
  text,
  longText,
  integer,
  decimal,
  money,
  date,
  yesNo,
  one,
  several,
  group,
];
