// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from './agenda-api.ts';
import { agendaWords } from './agenda-words.ts';
import { minuteOf } from '../dates.ts';

/** Addresses of one's calendar: made, shown once, taken back. */
@customElement('patto-desk-feeds')
export class Feeds extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      .address {
        overflow-wrap: anywhere;
        font-family: var(--patto-mono);
        user-select: all;
      }
    `,
  ];
  @property() locale = 'it';
  @state() private items: readonly api.Feed[] | undefined;
  @state() private address = '';
  @state() private problem = '';
  @state() private told = '';
  @query('patto-dialog') private dialog!: PattoDialog;

  private async open(): Promise<void> {
    this.address = '';
    this.told = '';
    await this.dialog.show();
    await this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.listFeeds();
    this.problem = answer.ok ? '' : answer.problem.title;
    if (answer.ok) this.items = answer.value.items;
  }
  private async make(): Promise<void> {
    const answer = await api.makeFeed();
    if (answer.ok) {
      this.address = answer.value.address;
      await this.load();
    } else this.problem = answer.problem.title;
  }
  private async drop(id: string): Promise<void> {
    const answer = await api.dropFeed(id);
    if (answer.ok) {
      this.address = '';
      await this.load();
    } else this.problem = answer.problem.title;
  }
  private async copy(): Promise<void> {
    const say = agendaWords(this.locale);
    try {
      await navigator.clipboard.writeText(this.address);
      this.told = say.copied;
    } catch {
      this.told = say.notCopied;
    }
  }

  override render() {
    const say = agendaWords(this.locale);
    return html`<button class="small" @click=${this.open} data-feeds>${say.feed}</button>
      <patto-dialog heading=${say.feed} close-label=${say.close}>
        <p>${say.feedIntro}</p>
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        ${
          this.address
            ? html`<div class="notice good">
                <p class="address">${this.address}</p>
                <p>${say.feedOnce}</p>
                <button class="small" @click=${this.copy}>${say.copy}</button>
                <span role="status">${this.told}</span>
              </div>`
            : nothing
        }
        ${this.items?.length === 0 ? html`<p class="hint">${say.feedNone}</p>` : nothing}
        ${this.items?.map(
          ({ id, at }) =>
            html`<p class="spread">
              <span>${say.feedFrom} <span class="numbers">${minuteOf(at)}</span></span>
              <button
                class="small danger"
                @click=${() => this.drop(id)}
                aria-label="${say.feedDrop}: ${minuteOf(at)}"
              >
                ${say.feedDrop}
              </button>
            </p>`,
        )}
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.close}</button>
        <button slot="actions" class="primary" @click=${this.make} data-make>${say.feedMake}</button>
      </patto-dialog>`;
  }
}
