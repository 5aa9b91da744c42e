// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls, tokens } from './styles.ts';

/** A modal on the native <dialog>: focus is kept inside, Esc closes, focus goes back where it was. */
@customElement('patto-dialog')
export class PattoDialog extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      dialog {
        width: min(640px, calc(100vw - 32px));
        max-height: calc(100vh - 48px);
        padding: 0;
        border: 0;
        border-radius: 12px;
        color: inherit;
        background: var(--patto-surface);
        box-shadow: 0 12px 48px rgb(0 0 0 / 30%);
      }
      dialog::backdrop {
        background: rgb(9 20 31 / 55%);
      }
      /* the buttons stay in sight where there is height for it */
      @media (min-height: 480px) {
        dialog[open] {
          display: flex;
          flex-direction: column;
        }
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: start;
        gap: 16px;
        padding: 20px 24px 0;
      }
      header button {
        margin: -6px -8px 0 0;
      }
      .body {
        padding: 8px 24px 4px;
        overflow: auto;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: flex-end;
        padding: 12px 24px 20px;
      }
      @media (max-width: 480px) {
        footer ::slotted(button) {
          flex: 1 1 auto;
        }
      }
    `,
  ];
  @property() heading = '';
  @property({ attribute: 'close-label' }) closeLabel = 'Chiudi';
  @query('dialog') private dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }
  hide(): void {
    this.dialog.close();
  }
  get shown(): boolean {
    return this.dialog.open;
  }
  /** fires `close` when it is closed in any way */
  override render() {
    return html`<dialog aria-labelledby="heading" @close=${() => this.dispatchEvent(new Event('close'))}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet small" @click=${() => this.hide()} aria-label=${this.closeLabel}>✕</button>
      </header>
      <div class="body"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`;
  }
}
