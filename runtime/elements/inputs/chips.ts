// SPDX-License-Identifier: BSD-3-Clause
// What is chosen out of many, as chips that go with a press.
import { type LitElement, css, html, nothing } from 'lit';
import type { InputContext } from '../input.ts';

export const chipsSheet = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 0.375em 0.5em;
  }
  .chips button {
    max-width: 100%;
    min-height: 2.25em;
    padding: 0.25em 0.75em;
    border-radius: 1.25em;
    border-color: var(--primary);
    background: var(--primary-soft);
    color: var(--text);
    font-weight: 400;
    line-height: 1.3;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .chips svg {
    flex: none;
    width: 0.75em;
    height: 0.75em;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .selected {
    margin-block-start: 0.5em;
    font-weight: 600;
  }
`;

/** One chip for each chosen value, with how many they are; `around`: the element that draws them. */
export function chips(context: InputContext, around: LitElement) {
  const chosen = context.value === undefined ? [] : ([context.value].flat() as readonly unknown[]);
  const title = (value: unknown) =>
    context.options.find((option) => option.value === value)?.title ?? String(value);
  /** the focus goes to the next chip, or back to the search */
  const remove = async (value: unknown, place: number) => {
    const left = chosen.filter((each) => each !== value);
    context.answer(Array.isArray(context.value) && left.length ? left : undefined);
    await new Promise((done) => setTimeout(done));
    await around.updateComplete;
    const all = around.querySelectorAll<HTMLElement>('.chips button');
    (all[Math.min(place, all.length - 1)] ?? around.querySelector<HTMLElement>('input'))?.focus();
  };
  return html`<p class="selected" role="status">
      ${chosen.length ? context.say('selected', { n: chosen.length }) : ''}
    </p>
    ${
      chosen.length
        ? html`<ul class="chips">
            ${chosen.map(
              (value, place) =>
                html`<li>
                  <button
                    type="button"
                    part="button tool"
                    ?disabled=${context.locked}
                    aria-label=${context.say('takeAway', { what: title(value) })}
                    @click=${() => remove(value, place)}
                  >
                    ${title(value)}
                    <svg viewBox="0 0 10 10" aria-hidden="true"><path d="M1 1l8 8M9 1l-8 8" /></svg>
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }`;
}
