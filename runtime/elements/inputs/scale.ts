// SPDX-License-Identifier: BSD-3-Clause
// A level of a scale: a row of radio buttons with numbers and words; one under the other where there is no room.
import { LitElement, css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Level, levels } from '../../fields/levels.ts';
import { dress } from '../css.ts';
import { type FormStore, storeOf } from '../form-store.ts';
import type { InputContext } from '../input.ts';
import { Linear } from './linear.ts';
import { before } from './previous.ts';
import { tableText } from './table-words.ts';

const sheet = css`
  patto-scale {
    display: block;
    margin-block-start: 0.5em;
  }
  .levels {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 0.375em;
  }
  .level {
    display: grid;
    grid-template-rows: auto auto 1fr;
    justify-items: center;
    gap: 0.375em;
    min-height: 2.75em;
    padding: 0.625em 0.25em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    font-weight: 400;
    text-align: center;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .level:hover {
    background: var(--primary-soft);
  }
  .level:has(:checked) {
    border-color: var(--primary);
    background: var(--primary-soft);
    box-shadow: inset 0 0 0 1px var(--primary);
  }
  .level:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .level:has(:disabled) {
    cursor: default;
  }
  .level input {
    width: 1.375em;
    height: 1.375em;
    margin: 0;
    accent-color: var(--primary);
  }
  .level :focus-visible {
    outline: none;
    box-shadow: none;
  }
  .level b {
    font-size: 1.0625em;
    font-variant-numeric: tabular-nums;
  }
  .level .said {
    font-size: 0.875em;
    line-height: 1.3;
  }
  .level .of-points,
  .level .wave {
    display: block;
    color: var(--muted);
  }
  .level .wave {
    width: fit-content;
    margin: 0.25em auto 0;
    padding-inline: 0.5em;
    border: 1px solid var(--strong);
    border-radius: 99em;
    font-size: 0.9286em;
  }
  .anchors {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    margin-block-start: 0.25em;
    color: var(--muted);
    font-size: 0.9375em;
  }
  .levels.linear {
    display: block;
  }
  .linear > .level {
    display: flex;
    align-items: baseline;
    gap: 0.75em;
    margin-block-end: 0.375em;
    padding: 0.625em 0.75em;
    text-align: start;
  }
  .linear > .level input {
    flex: none;
    align-self: center;
  }
  .linear > .level b {
    min-width: 1.25em;
    text-align: end;
  }
  .linear > .level .said {
    flex: 1;
    font-size: 1em;
  }
  .linear .wave {
    margin-inline: 0;
  }
  .before {
    margin-block: 0.375em;
    color: var(--muted);
    font-size: 0.9375em;
  }
  button.tool.look {
    margin-block-start: 0.375em;
    padding-inline: 0.625em;
    border-color: transparent;
    background: transparent;
    font-size: 0.9375em;
  }
`;

/** Characters that a row of levels needs: more where each has words. */
const WORDED = 34;
const BARE = 28;
/** So many levels with words still stand in a row. */
const IN_A_ROW = 7;

export class Scale extends LitElement {
  static override properties: PropertyDeclarations = { context: { attribute: false } };
  declare context: InputContext;
  declare store: FormStore;
  readonly #linear = new Linear(this, () => (this.#worded ? WORDED : BARE));

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
  }

  get #worded(): boolean {
    return this.context?.field.oneOf !== undefined;
  }

  /** Levels with their words in the language at hand. */
  get #levels(): readonly Level[] {
    const { field, options } = this.context;
    return levels(field).map((level, index) => {
      const title = level.title && field.oneOf ? (options[index]?.title ?? level.title) : level.title;
      return { ...level, title };
    });
  }

  protected override render() {
    const { context } = this;
    const { sayings } = this.store;
    const all = this.#levels;
    const settings = context.field['x-settings'] ?? {};
    const linear = settings['linear'] === true || this.#linear.on || (this.#worded && all.length > IN_A_ROW);
    const path = this.closest('patto-field')?.path ?? '';
    const earlier = before(this.store, path);
    const words = (value: unknown) => {
      const level = all.find((each) => each.value === value);
      return level ? [level.number, level.title].filter(Boolean).join(' · ') : String(value);
    };
    const ends = !linear && !this.#worded && (all[0]?.title || all.at(-1)?.title);
    const first = (this.getRootNode() as ShadowRoot).querySelector('patto-scale, patto-grid') === this;
    return html`${
        earlier.length
          ? html`<p class="before" id="${context.id}-b">
              ${earlier.map(
                ({ wave, value }, index) =>
                  html`${index ? '; ' : ''}${wave || tableText(sayings, 'previous')}: <b>${words(value)}</b>`,
              )}
            </p>`
          : nothing
      }
      <div class=${linear ? 'levels linear' : 'levels'} part="choices">
        ${all.map((level, index) => {
          const marks = earlier.filter((each) => each.value === level.value);
          return this.#level(
            level,
            index,
            Boolean(ends),
            settings['points'] === true,
            marks.map((each) => each.wave),
          );
        })}
      </div>
      ${
        ends
          ? html`<div class="anchors" aria-hidden="true">
              <span>${all[0]!.title}</span><span>${all.at(-1)!.title}</span>
            </div>`
          : nothing
      }
      ${
        first && !this.#linear.narrow && settings['linear'] !== true
          ? html`<button
              type="button"
              class="tool look"
              part="button tool"
              @click=${() => this.#linear.toggle()}
            >
              ${tableText(sayings, this.#linear.on ? 'asTable' : 'asList')}
            </button>`
          : nothing
      }`;
  }

  #level(
    level: Level,
    index: number,
    ends: boolean,
    points: boolean,
    marks: readonly string[],
  ): TemplateResult {
    const { context } = this;
    const described = [context.describedby, marks.length ? `${context.id}-b` : ''].filter(Boolean).join(' ');
    return html`<label class="level">
      <b>${level.number}</b>
      <input
        type="radio"
        id=${index === 0 ? context.id : `${context.id}-${index}`}
        name=${context.id}
        .checked=${level.value === context.value}
        ?disabled=${context.locked}
        ?required=${context.required}
        aria-describedby=${described || nothing}
        @change=${() => context.answer(level.value)}
      />
      <span class="said"
        ><span class=${ends ? 'hidden-text' : nothing}>${level.title}</span>${
          points && level.points !== undefined
            ? html` <span class="of-points"
                >${tableText(this.store.sayings, 'nPoints', { n: decimal(level.points, context.locale) })}</span
              >`
            : nothing
        }${marks.map((wave) => (wave ? html`<span class="wave" aria-hidden="true">${wave}</span>` : nothing))}</span
      >
    </label>`;
  }
}

/** 1.5 → "1,5" */
export const decimal = (value: number, locale: string): string =>
  locale.startsWith('en') ? String(value) : String(value).replace('.', ',');

if (!customElements.get('patto-scale')) customElements.define('patto-scale', Scale);

export const scale = (context: InputContext): TemplateResult =>
  html`<patto-scale .context=${context}></patto-scale>`;
