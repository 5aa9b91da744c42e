// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html, nothing } from 'lit';
import { dress } from '../css.ts';
import type { InputContext, Option } from '../input.ts';
import { chosenOf, said } from './marks.ts';

const sheet = css`
  patto-ranking {
    display: block;
    margin-block-start: 0.5em;
  }
  .ranking {
    display: grid;
    gap: 0.5em;
    max-width: 36em;
  }
  .ranking li {
    display: flex;
    align-items: center;
    gap: 0.375em;
    padding: 0.375em 0.5em 0.375em 0.75em;
    border: 1px solid var(--primary);
    border-radius: var(--radius);
    background: var(--primary-soft);
  }
  .ranking .place {
    flex: none;
    min-width: 1.5em;
    color: var(--primary-strong);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .ranking .what {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .ranking li button {
    flex: none;
    width: 2.75em;
    padding: 0;
  }
  .ranking li svg {
    width: 1em;
    height: 1em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .ranking-left {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.375em;
  }
  .ranking-left button {
    max-width: 100%;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  patto-ranking > .hint {
    margin-block: 0.75em 0;
  }
`;

const arrows = { up: 'M2 7l4-4 4 4', down: 'M2 5l4 4 4-4', away: 'M2 2l8 8M10 2l-8 8' } as const;
const sign = (way: keyof typeof arrows) =>
  html`<svg viewBox="0 0 12 12" aria-hidden="true"><path d=${arrows[way]} /></svg>`;

/** Choices put in order with buttons: what is chosen stands above, numbered; the rest waits below. */
export class Ranking extends LitElement {
  static override properties = { context: { attribute: false }, news: { state: true } };
  declare context: InputContext;
  /** what was just done, for who does not see it */
  declare news: string;

  constructor() {
    super();
    this.news = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
  }

  get #most(): number {
    return Math.min(this.context.field.maxItems ?? Infinity, this.context.options.length);
  }

  /** The new order, what to say of it, and where the focus goes: the same button of the moved entry if it is still there. */
  async #order(order: readonly unknown[], news: string, focus: readonly string[]) {
    this.context.answer(order.length ? order : undefined);
    this.news = news;
    await new Promise((done) => setTimeout(done));
    await this.updateComplete;
    for (const selector of focus) {
      const button = this.querySelector<HTMLButtonElement>(selector);
      if (button && !button.disabled) return button.focus();
    }
  }

  #move(option: Option, from: number, to: number) {
    const order = chosenOf(this.context).filter((value) => value !== option.value);
    if (to < 0 || to > order.length) return;
    order.splice(to, 0, option.value);
    const way = to < from ? 'up' : 'down';
    const row = `li:nth-child(${to + 1})`;
    const params = { what: option.title, n: to + 1, of: order.length };
    void this.#order(order, this.context.say('rankedAt', params), [
      `${row} .${way}`,
      `${row} button:not(:disabled)`,
    ]);
  }

  #add(option: Option, place: number) {
    const order = [...chosenOf(this.context), option.value];
    const params = { what: option.title, n: order.length, of: order.length };
    void this.#order(order, this.context.say('rankedAt', params), [
      `.ranking-left button:nth-child(${place + 1})`,
      '.ranking-left button:last-child',
      'li:last-child .up',
      'li button:not(:disabled)',
    ]);
  }

  #remove(option: Option, place: number) {
    const order = chosenOf(this.context).filter((value) => value !== option.value);
    void this.#order(order, this.context.say('rankGone', { what: option.title }), [
      `li:nth-child(${place + 1}) .away`,
      'li:last-child .away',
      '.ranking-left button',
    ]);
  }

  #key(event: KeyboardEvent, option: Option, place: number) {
    const to = event.altKey ? { ArrowUp: place - 1, ArrowDown: place + 1 }[event.key] : undefined;
    if (to === undefined || this.context.locked) return;
    event.preventDefault();
    this.#move(option, place, to);
  }

  #entry(option: Option, place: number, count: number) {
    const { locked, say } = this.context;
    const what = option.title;
    const button = (way: keyof typeof arrows, label: string, off: boolean, act: () => void) =>
      html`<button
        type="button"
        class=${way}
        part="button tool"
        aria-label=${say(label, { what })}
        ?disabled=${locked || off}
        @click=${act}
      >
        ${sign(way)}
      </button>`;
    return html`<li @keydown=${(event: KeyboardEvent) => this.#key(event, option, place)}>
      <span class="place" aria-hidden="true">${place + 1}.</span><span class="what">${said(option)}</span>
      ${button('up', 'rankUp', place === 0, () => this.#move(option, place, place - 1))}
      ${button('down', 'rankDown', place === count - 1, () => this.#move(option, place, place + 1))}
      ${button('away', 'rankAway', false, () => this.#remove(option, place))}
    </li>`;
  }

  protected override render() {
    const { context } = this;
    const chosen = chosenOf(context);
    const ranked = chosen.map(
      (value) => context.options.find((option) => option.value === value) ?? { value, title: String(value) },
    );
    const left = context.options.filter((option) => !chosen.includes(option.value));
    const full = chosen.length >= this.#most;
    return html`<div id=${context.id} tabindex="-1">
        ${
          ranked.length
            ? html`<ol class="ranking">
                ${ranked.map((option, place) => this.#entry(option, place, ranked.length))}
              </ol>`
            : html`<p class="hint">${context.say('rankHint')}</p>`
        }
      </div>
      ${
        left.length && !full
          ? html`<p class="hint" id="${context.id}-left">${context.say('rankLeft')}</p>
              <div class="ranking-left" role="group" aria-labelledby="${context.id}-left">
                ${left.map(
                  (option, place) =>
                    html`<button
                      type="button"
                      part="button add"
                      ?disabled=${context.locked}
                      @click=${() => this.#add(option, place)}
                    >
                      ${option.title}
                    </button>`,
                )}
              </div>`
          : left.length
            ? html`<p class="hint">${context.say('rankFull', { n: chosen.length })}</p>`
            : nothing
      }
      <span class="hidden-text" role="status">${this.news}</span>`;
  }
}
if (!customElements.get('patto-ranking')) customElements.define('patto-ranking', Ranking);
