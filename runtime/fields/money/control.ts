// SPDX-License-Identifier: BSD-3-Clause
import type { Control } from '../../elements/input.ts';
import { textInput } from '../../elements/inputs/text-input.ts';

export const control: Control = {
  copies: 'text',
  render: (context) =>
    textInput(context, { inputmode: 'decimal', size: 'medium', unit: context.field['x-unit'] ?? '€' }),
};
