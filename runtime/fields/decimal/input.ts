// SPDX-License-Identifier: BSD-3-Clause
import type { FieldInput } from '../../elements/input.ts';
import { limitsHint, plainDigits, writeNumber } from '../numbers.ts';
import { control } from './control.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

export const input: FieldInput = {
  facts,
  words: () => import('./words.ts'),
  paper,
  hint: (field, sayings) =>
    limitsHint(field, sayings, (limit, locale) => writeNumber(plainDigits(limit), locale)),
  ...control,
};
