// SPDX-License-Identifier: BSD-3-Clause
// Ways to choose, by number of options: few are all in sight, many are searched.
import { html, nothing, type TemplateResult } from 'lit';
import type { InputContext } from '../input.ts';
import { checks, radios } from './marks.ts';

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
