// SPDX-License-Identifier: AGPL-3.0-or-later
// How hard a document is to read, told before it is issued: it can be made easier, or issued as it is.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../runtime/elements/kit/dialog.ts';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import type { Reading } from './api.ts';
import { deskWords } from './words.ts';

/** Gulpease from which on who has finished middle school reads without help. */
const EASY = 60;

/** `patto-issue` when it is to be issued all the same. */
@customElement('patto-reading')
export class ReadingAhead extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      ul {
        padding-inline-start: 20px;
      }
      li {
        margin-block-end: 8px;
      }
    `,
  ];
  @property() locale = 'it';
  @state() private reading: Reading | undefined;
  @query('patto-dialog') private dialog!: PattoDialog;

  /** Asks where the text is hard; false where there is nothing to ask. */
  async ask(reading: Reading): Promise<boolean> {
    if (reading.index >= EASY) return false;
    this.reading = reading;
    await this.updateComplete;
    this.dialog.show();
    return true;
  }

  override render() {
    const say = deskWords(this.locale);
    const { index = 100, hard = [] } = this.reading ?? {};
    return html`<patto-dialog heading=${say.hardTitle} close-label=${say.cancel}>
      <p>${say.hardText.replace('{index}', String(index))}</p>
      ${
        hard.length > 0
          ? html`<p>${say.hardest}</p>
              <ul>
                ${hard.map(({ text }) => html`<li>${text}</li>`)}
              </ul>`
          : nothing
      }
      <button slot="actions" @click=${() => this.dialog.hide()}>${say.hardBack}</button>
      <button
        slot="actions"
        class="primary"
        data-issue-anyway
        @click=${() => {
          this.dialog.hide();
          this.dispatchEvent(new Event('patto-issue'));
        }}
      >
        ${say.hardIssue}
      </button>
    </patto-dialog>`;
  }
}
