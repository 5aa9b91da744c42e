// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { Control } from '../../elements/input.ts';
import { textInput } from '../../elements/inputs/text-input.ts';

export const control: Control = {
  copies: 'text',
  render: (context) => {
    const input = textInput(context, {
      // telephones' numeric keys have no minus sign
      inputmode: (context.field.minimum ?? -1) < 0 ? 'text' : 'numeric',
      size: 'medium',
      unit: context.field['x-unit'],
    });
    if (context.locked || context.field['x-settings']?.['buttons'] !== true) return input;
    void import('../../elements/inputs/step-buttons.ts');
    return html`<span class="unit-line">${input}<patto-step .context=${context}></patto-step></span>`;
  },
};
