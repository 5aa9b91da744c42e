// SPDX-License-Identifier: BSD-3-Clause
// An answer that can be given in one of a few ways: which way as radio buttons, and a button that takes it back.
import { html, nothing } from 'lit';
import type { InputContext } from '../input.ts';

/** The ways as radio buttons, each named by its own word; nothing where there is only one. */
export const wayButtons = <Way extends string>(
  context: InputContext,
  ways: readonly Way[],
  chosen: Way | undefined,
  choose: (way: Way) => void,
  { label, look = '' }: { readonly label: string; readonly look?: 'inline' | '' },
) =>
  ways.length < 2
    ? nothing
    : html`<div class="choices ${look}" role="radiogroup" aria-label=${label}>
        ${ways.map(
          (each, index) =>
            html`<label class="choice"
              ><input
                type="radio"
                id=${index === 0 ? context.id : `${context.id}-${each}`}
                name=${context.id}
                .checked=${each === chosen}
                ?disabled=${context.locked}
                @change=${() => choose(each)}
              /><span>${context.say(each)}</span></label
            >`,
        )}
      </div>`;

/** Takes the whole answer back. */
export const takeBack = (context: InputContext, words: string) =>
  html`<div class="declines">
    <button type="button" class="decline" part="button" @click=${() => context.type('')}>${words}</button>
  </div>`;
