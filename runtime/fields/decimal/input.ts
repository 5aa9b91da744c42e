// SPDX-License-Identifier: BSD-3-Clause
import type { FieldInput } from '../../elements/input.ts';
import { textInput } from '../../elements/inputs/text-input.ts';
import { limitsHint, plainDigits, writeNumber } from '../numbers.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

export const input: FieldInput = {
  facts,
  words: () => import('./words.ts'),
  paper,
  hint: (field, sayings) =>
    limitsHint(field, sayings, (limit, locale) => writeNumber(plainDigits(limit), locale)),
  render: (context) =>
    textInput(context, {
      // telephones' numeric keys have no minus sign
      inputmode: (context.field.minimum ?? -1) < 0 ? 'text' : 'decimal',
      size: 'medium',
      unit: context.field['x-unit'],
    }),
};
