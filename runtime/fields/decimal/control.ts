// SPDX-License-Identifier: BSD-3-Clause
import type { Control } from '../../elements/input.ts';
import { textInput } from '../../elements/inputs/text-input.ts';

export const control: Control = {
  copies: 'text',
  render: (context) =>
    textInput(context, {
      // telephones' numeric keys have no minus sign
      inputmode: (context.field.minimum ?? -1) < 0 ? 'text' : 'decimal',
      size: 'medium',
      unit: context.field['x-unit'],
    }),
};
