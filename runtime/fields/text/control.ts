// SPDX-License-Identifier: BSD-3-Clause
import type { Control } from '../../elements/input.ts';
import { counted, textInput } from '../../elements/inputs/text-input.ts';

export const control: Control = {
  copies: 'text',
  render: (context) => {
    const most = context.field.maxLength ?? 1000;
    const input = textInput(context, {
      spellcheck: most > 40,
      unit: context.field['x-unit'],
      ...(most <= 8 ? { size: 'short' } : most <= 24 ? { size: 'medium' } : {}),
    });
    return context.field['x-settings']?.['counter'] === true ? [input, counted(context)] : input;
  },
};
