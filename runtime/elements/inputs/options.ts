// SPDX-License-Identifier: BSD-3-Clause
// Ways to choose, by number of options: few are all in sight, many are searched.
import { html, nothing, type TemplateResult } from 'lit';
import { exclusive } from '../../fields/choices.ts';
import type { InputContext, Option } from '../input.ts';

/** Up to so many options are radio buttons, up to `LISTED` a list to open, beyond that a search. */
const IN_SIGHT = 5;
export const LISTED = 10;
/** letters of a title that a closed list shows on a telephone; longer ones are radio buttons, which wrap */
const SHORT = 36;

const pictured = ({ field }: InputContext): boolean => field['x-settings']?.['pictures'] !== undefined;

/** Do the options stand in sight, as a group with a legend? */
export const inSight = (context: InputContext): boolean => {
  const { options, look, waits } = context;
  if (waits !== undefined || pictured(context)) return true;
  return (
    !look &&
    (options.length <= IN_SIGHT ||
      (options.length <= LISTED && options.some(({ title }) => title.length > SHORT)))
  );
};

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

/** Tiles with a picture and a text each; one or several. */
const tiles = (context: InputContext): TemplateResult => {
  void import('./tiles.ts');
  return html`<patto-tiles .context=${context}></patto-tiles>`;
};

/** Nothing can be chosen before another question is answered. */
const waiting = (context: InputContext): TemplateResult =>
  html`<p class="empty" id=${context.id} tabindex="-1">
    ${context.say('waitsFor', { title: context.waits })}
  </p>`;

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

/** Several of the options, in the way that suits their number. */
export const boxes = (context: InputContext): TemplateResult => {
  if (context.waits !== undefined) return waiting(context);
  if (pictured(context)) return tiles(context);
  if (!context.look && context.options.length <= LISTED) return checks(context);
  void import('./many.ts');
  return html`<patto-many .context=${context}></patto-many>`;
};

/** One of the options, in the way that suits their number. */
export const chooseOne = (context: InputContext): TemplateResult => {
  if (context.waits !== undefined) return waiting(context);
  if (pictured(context)) return tiles(context);
  if (inSight(context)) return radios(context);
  const way = context.look || context.options.length > LISTED ? search : select;
  return html`${way(context)}${context.beside?.(context.value)}`;
};
