// SPDX-License-Identifier: BSD-3-Clause
// Ways to choose, by number of options: few are all in sight, many are searched.
import { html, nothing, type TemplateResult } from 'lit';
import type { InputContext, Option } from '../input.ts';

/** Up to so many options are radio buttons, up to `LISTED` a list to open, beyond that a search. */
export const IN_SIGHT = 5;
export const LISTED = 10;

const said = (option: Option) =>
  option.hint ? html`${option.title}<span class="hint">${option.hint}</span>` : option.title;

/** Radio buttons; the first carries the field's id. */
export const radios = (
  context: InputContext,
  options = context.options,
  look: 'inline' | '' = '',
): TemplateResult =>
  html`<div class="choices ${look}" part="choices">
    ${options.map(
      (option, index) =>
        html`<label class="choice"
          ><input
            type="radio"
            id=${index === 0 ? context.id : `${context.id}-${index}`}
            name=${context.id}
            .checked=${option.value === context.value}
            ?disabled=${context.locked}
            ?required=${context.required}
            aria-describedby=${index === 0 && context.describedby ? context.describedby : nothing}
            @change=${() => context.answer(option.value)}
          /><span>${said(option)}</span></label
        >`,
    )}
  </div>`;

/** A native list. */
export const select = (context: InputContext): TemplateResult =>
  html`<select
    id=${context.id}
    part="input"
    ?disabled=${context.locked}
    ?required=${context.required}
    aria-invalid=${context.invalid ? 'true' : nothing}
    aria-describedby=${context.describedby || nothing}
    @change=${(event: Event) => {
      const at = (event.target as HTMLSelectElement).selectedIndex - 1;
      context.answer(context.options[at]?.value);
    }}
  >
    <option value="" .selected=${context.value === undefined}>${context.say('choose')}</option>
    ${context.options.map(
      (option, index) =>
        html`<option value=${index} .selected=${option.value === context.value}>${option.title}</option>`,
    )}
  </select>`;

/** A text input that searches, after the ARIA combobox pattern. */
export const search = (context: InputContext): TemplateResult => {
  void import('./combobox.ts');
  return html`<patto-combobox .context=${context}></patto-combobox>`;
};

/** Check boxes, for several of a list. Stored in the order of the list. */
export const boxes = (context: InputContext): TemplateResult => {
  const chosen = Array.isArray(context.value) ? (context.value as readonly unknown[]) : [];
  const toggle = (value: unknown, on: boolean) => {
    const next = context.options
      .map((option) => option.value)
      .filter((each) => (each === value ? on : chosen.includes(each)));
    context.answer(next.length ? next : undefined);
  };
  return html`<div class=${context.options.length > LISTED ? 'choices columns' : 'choices'} part="choices">
    ${context.options.map(
      (option, index) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            id=${index === 0 ? context.id : `${context.id}-${index}`}
            .checked=${chosen.includes(option.value)}
            ?disabled=${context.locked}
            aria-describedby=${index === 0 && context.describedby ? context.describedby : nothing}
            @change=${(event: Event) => toggle(option.value, (event.target as HTMLInputElement).checked)}
          /><span>${said(option)}</span></label
        >`,
    )}
  </div>`;
};

/** One of the options, in the way that suits their number. */
export const chooseOne = (context: InputContext): TemplateResult =>
  context.options.length <= IN_SIGHT
    ? radios(context)
    : context.options.length <= LISTED
      ? select(context)
      : search(context);
