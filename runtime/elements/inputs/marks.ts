// SPDX-License-Identifier: BSD-3-Clause
// Radio buttons and check boxes, and what pressing them means.
import { html, nothing, type TemplateResult } from 'lit';
import { exclusive } from '../../fields/exclusive.ts';
import type { InputContext, Option } from '../input.ts';

export const said = (option: Option) =>
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
          >${option.value === context.value ? context.beside?.(option.value) : nothing}`,
    )}
  </div>`;

/** Answers of several with one more or one less: in the order of the list; one that excludes the others stands alone. */
export function toggled(context: InputContext, value: unknown, on: boolean): readonly unknown[] {
  const chosen = chosenOf(context);
  const alone: readonly unknown[] = exclusive(context.field);
  const stays = (each: unknown) => !on || (!alone.includes(each) && !alone.includes(value));
  const known = context.options.map((option) => option.value);
  const next = new Set(chosen.filter((each) => each !== value && stays(each)));
  if (on) next.add(value);
  return [...known.filter((each) => next.has(each)), ...[...next].filter((each) => !known.includes(each))];
}

export const chosenOf = ({ value }: InputContext): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];

/** Check boxes, for several of a list. Stored in the order of the list. */
export const checks = (context: InputContext, options = context.options, look = ''): TemplateResult => {
  const chosen = chosenOf(context);
  const alone: readonly unknown[] = exclusive(context.field);
  return html`<div class="choices ${look}" part="choices">
    ${options.map(
      (option, index) =>
        html`${
            alone.includes(option.value) && index > 0 ? html`<p class="or">${context.say('or')}</p>` : nothing
          }<label class="choice"
            ><input
              type="checkbox"
              id=${index === 0 && !look ? context.id : `${context.id}-${index}`}
              .checked=${chosen.includes(option.value)}
              ?disabled=${context.locked}
              aria-describedby=${index === 0 && context.describedby ? context.describedby : nothing}
              @change=${(event: Event) =>
                context.answer(toggled(context, option.value, (event.target as HTMLInputElement).checked))}
            /><span>${said(option)}</span></label
          >${!look && chosen.includes(option.value) ? context.beside?.(option.value) : nothing}`,
    )}
  </div>`;
};
