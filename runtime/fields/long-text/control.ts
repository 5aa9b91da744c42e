// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing } from 'lit';
import type { Control } from '../../elements/input.ts';
import { counted } from '../../elements/inputs/text-input.ts';

export const control: Control = {
  copies: 'value',
  render: (context) => {
    return html`<textarea
        id=${context.id}
        part="input"
        rows="4"
        .value=${context.text}
        ?required=${context.required}
        ?readonly=${context.locked}
        aria-invalid=${context.invalid ? 'true' : nothing}
        aria-describedby=${context.describedby || nothing}
        @input=${(event: Event) => context.type((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${counted(context)}`;
  },
};
