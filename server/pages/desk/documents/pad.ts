// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';

/** A box to sign in: `strokes` is an SVG path in a box of 1000 by 300, '' when empty. Only the line is kept, no pressure and no timing. */
@customElement('patto-signature-pad')
export class SignaturePad extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      svg {
        display: block;
        width: 100%;
        aspect-ratio: 10 / 3;
        border: 2px dashed var(--patto-line-strong);
        border-radius: var(--patto-radius);
        background: #fff;
        touch-action: none;
        cursor: crosshair;
      }
      path {
        fill: none;
        stroke: #12263a;
        stroke-width: 5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      line {
        stroke: #b8c4d0;
        stroke-width: 2;
      }
    `,
  ];
  @property() label = '';
  @property({ attribute: 'clear-label' }) clearLabel = '';
  @state() strokes = '';
  private drawing = false;

  clear(): void {
    this.strokes = '';
  }

  private point(event: PointerEvent): string {
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * 1000);
    const y = Math.round(((event.clientY - box.top) / box.height) * 300);
    return `${Math.min(1000, Math.max(0, x))} ${Math.min(300, Math.max(0, y))}`;
  }
  private down = (event: PointerEvent): void => {
    event.preventDefault();
    (event.currentTarget as SVGSVGElement).setPointerCapture(event.pointerId);
    this.drawing = true;
    this.strokes += `M${this.point(event)}`;
  };
  private move = (event: PointerEvent): void => {
    // 20,000 characters are what a signature may weigh
    if (this.drawing && this.strokes.length < 19_900) this.strokes += `L${this.point(event)}`;
  };
  private up = (): void => {
    this.drawing = false;
  };

  override render() {
    return html`<svg
        viewBox="0 0 1000 300"
        role="img"
        aria-label=${this.label}
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @pointercancel=${this.up}
      >
        ${svg`<line x1="60" y1="235" x2="940" y2="235"></line><path d=${this.strokes || 'M0 0'}></path>`}
      </svg>
      <p><button class="small quiet" type="button" @click=${this.clear}>${this.clearLabel}</button></p>`;
  }
}
