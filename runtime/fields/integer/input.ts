// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { FieldInput } from '../../elements/input.ts';
import { textInput } from '../../elements/inputs/text-input.ts';
import { countDigits, limitsHint } from '../numbers.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

export const input: FieldInput = {
  facts,
  words: () => import('./words.ts'),
  paper,
  hint: (field, sayings) => limitsHint(field, sayings, countDigits),
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
