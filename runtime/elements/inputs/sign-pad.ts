// SPDX-License-Identifier: BSD-3-Clause
// A box to sign in with finger, pen or mouse. What was drawn goes out as lines of whole points when a line ends.
import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import {
  BOX,
  POINTS,
  STROKES,
  type Point,
  type Strokes,
  strokesPath,
} from '../../fields/signature/strokes.ts';
import { dress } from '../css.ts';
import type { InputContext, Shown } from '../input.ts';
import { give, partsOf } from './parts.ts';

export const signSheet = css`
  patto-sign-pad {
    display: block;
  }
  .sign-box {
    display: block;
    width: 100%;
    max-width: 34em;
    aspect-ratio: 10 / 3;
    margin-block: 0.5em;
    border: 2px dashed var(--strong);
    border-radius: var(--radius);
    /* ink on paper, whatever the colours around */
    background: #fff;
    touch-action: none;
    cursor: crosshair;
  }
  .sign-box.still {
    border: 1px solid var(--line);
    max-width: 22em;
    touch-action: auto;
    cursor: default;
  }
  .sign-box path {
    fill: none;
    stroke: #17324d;
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .sign-box line {
    stroke: #8796a5;
    stroke-width: 2;
  }
  .sign-parts {
    display: grid;
    gap: 1em;
    margin-block-start: 0.75em;
  }
`;

/** Points nearer than this, in units of the box, say nothing new. */
const NEAR = 4;

export class SignPad extends LitElement {
  static override properties = {
    context: { attribute: false },
    line: { state: true },
    taken: { state: true },
  };
  declare context: InputContext;
  /** the line being drawn */
  declare line: readonly Point[];
  /** lines taken back, the last one first to return */
  declare taken: Strokes;

  constructor() {
    super();
    this.line = [];
    this.taken = [];
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), signSheet);
  }

  get #strokes(): Strokes {
    const { strokes } = partsOf(this.context) as { strokes?: Strokes };
    return Array.isArray(strokes) ? strokes : [];
  }

  #set(strokes: Strokes, taken: Strokes) {
    this.taken = taken;
    give(this.context, 'strokes', strokes, { kind: 'drawn', at: this.context.today });
  }

  #point(event: PointerEvent): Point {
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), 1) * most);
    return [
      within((event.clientX - box.left) / box.width, BOX.width),
      within((event.clientY - box.top) / box.height, BOX.height),
    ];
  }

  readonly #down = (event: PointerEvent) => {
    if (this.context.locked || event.button > 0 || this.#strokes.length >= STROKES) return;
    event.preventDefault();
    (event.currentTarget as SVGSVGElement).setPointerCapture(event.pointerId);
    this.line = [this.#point(event)];
  };

  readonly #move = (event: PointerEvent) => {
    const last = this.line.at(-1);
    if (!last || this.line.length >= POINTS) return;
    const next = this.#point(event);
    if (Math.hypot(next[0]! - last[0]!, next[1]! - last[1]!) >= NEAR) this.line = [...this.line, next];
  };

  readonly #up = () => {
    if (this.line.length === 0) return;
    const strokes = [...this.#strokes, this.line];
    this.line = [];
    this.#set(strokes, []);
  };

  protected override render() {
    const { context } = this;
    const strokes = this.#strokes;
    const drawn = strokes.length > 0;
    return html`<p class="hint" id="${context.id}-s">${context.say('padShort')}</p>
      <svg
        class="sign-box"
        viewBox="0 0 ${BOX.width} ${BOX.height}"
        role="img"
        aria-label="${context.say('pad')} ${context.say(drawn ? 'padDone' : 'padEmpty')}"
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
      >
        ${svg`<line x1="60" y1="235" x2="940" y2="235"></line><path d=${strokesPath([...strokes, this.line]) || nothing}></path>`}
      </svg>
      ${
        context.locked
          ? nothing
          : html`<div class="buttons">
              ${this.#act('takeBack', drawn, () => this.#set(strokes.slice(0, -1), [...this.taken, strokes.at(-1)!]))}
              ${this.#act('putBack', this.taken.length > 0, () =>
                this.#set([...strokes, this.taken.at(-1)!], this.taken.slice(0, -1)),
              )}
              ${this.#act('clear', drawn, () => this.#set([], []))}
            </div>`
      }
      <p class="hidden-text" role="status">${drawn ? context.say('padDone') : ''}</p>`;
  }

  #act(key: string, can: boolean, act: () => void): TemplateResult {
    return html`<button
      type="button"
      part="button tool"
      aria-disabled=${can ? 'false' : 'true'}
      @click=${() => can && act()}
    >
      ${this.context.say(key)}
    </button>`;
  }
}
if (!customElements.get('patto-sign-pad')) customElements.define('patto-sign-pad', SignPad);

/** A drawn signature that is only looked at, over its words. */
export const drawnSignature = (path: string, shown: Shown): TemplateResult =>
  html`<svg
      class="sign-box still"
      viewBox="0 0 ${BOX.width} ${BOX.height}"
      role="img"
      aria-label=${shown.words}
    >
      ${svg`<path d=${path}></path>`}
    </svg>
    <span class="written">${shown.words}</span>`;
