// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing, type TemplateResult } from 'lit';
import type { InputContext } from '../input.ts';

export interface TextInputLook {
  /** which keys a telephone offers */
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  /** width by what is expected: about 6, 14, 30 characters, or the whole line */
  readonly size?: 'short' | 'medium' | 'wide';
  /** a sign or unit beside the input; said as part of the description */
  readonly unit?: string | undefined;
  readonly spellcheck?: boolean;
}

/** A line of text; its text goes to the type's `read` at each keystroke. */
export const textInput = (context: InputContext, look: TextInputLook = {}): TemplateResult => {
  const own = context.field['x-settings']?.['autocomplete'];
  const input = html`<input
    id=${context.id}
    part="input"
    class=${look.size ?? nothing}
    type="text"
    .value=${context.text}
    ?required=${context.required}
    ?readonly=${context.locked}
    inputmode=${look.inputmode ?? nothing}
    autocomplete=${typeof own === 'string' ? own : 'off'}
    spellcheck=${look.spellcheck ? 'true' : 'false'}
    aria-invalid=${context.invalid ? 'true' : nothing}
    aria-describedby=${described(context, look.unit)}
    @input=${(event: Event) => context.type((event.target as HTMLInputElement).value)}
  />`;
  return look.unit
    ? html`<span class="unit-line">${input}<span class="unit" id="${context.id}-u">${look.unit}</span></span>`
    : input;
};

/** What is left of the characters, where the settings say so or when a long text comes near its end. */
export const counted = (context: InputContext): TemplateResult | typeof nothing => {
  const { field, text, locked } = context;
  const most = field.maxLength ?? Infinity;
  // UTF-16 units are never fewer than characters
  const near = most > 200 && text.length > most - Math.max(50, most / 5);
  if (locked || most === Infinity || !(near || field['x-settings']?.['counter'] === true)) return nothing;
  void import('./counter.ts');
  return html`<patto-counter .context=${context}></patto-counter>`;
};

const described = (context: InputContext, unit: string | undefined) => {
  const ids = [context.describedby, unit ? `${context.id}-u` : ''].filter(Boolean).join(' ');
  return ids || nothing;
};
