// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from './register-api.ts';
import { registerWords } from './register-words.ts';
import './register.ts';
import './register-row.ts';

/** Registers of the district, each with what wants to be looked at; or one of them, or one of its rows. */
@customElement('patto-desk-registers')
export class Registers extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      .card h2 {
        font-size: 19px;
      }
      .card p:last-child {
        margin: 0;
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: false }) session: Session | undefined;
  /** name of the register and id of the row, as the fragment says them */
  @property({ attribute: false }) parts: readonly string[] = [];
  @state() private items: readonly api.RegisterItem[] | undefined;
  @state() private problem = '';

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('parts') && !this.parts[0]) void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.listRegisters();
    this.problem = answer.ok ? '' : answer.problem.title;
    if (answer.ok) this.items = answer.value.items;
  }

  private card(item: api.RegisterItem) {
    const say = registerWords(this.locale);
    const badge = (many: number, word: string, tone: string) =>
      many > 0 ? html`<span class="badge ${tone}">${many} ${word}</span>` : nothing;
    return html`<section class="card">
      <h2><a href="#/registers/${item.name}">${item.title}</a></h2>
      <p>${item.about}</p>
      <p class="cluster">
        <span class="numbers">${item.rows} ${item.rows === 1 ? say.oneRow : say.rows}</span>
        ${badge(item.expired, say.expired, 'bad')} ${badge(item.expiring, say.expiring, 'warn')}
        ${badge(item.stale, say.stale, 'warn')} ${badge(item.closed, say.closedRows, '')}
        ${item.edits ? nothing : html`<span class="hint">${say.reads}</span>`}
      </p>
    </section>`;
  }

  override render() {
    const say = registerWords(this.locale);
    const [name, row] = this.parts;
    if (name && row)
      return html`<patto-desk-register-row
        .locale=${this.locale}
        .session=${this.session}
        .name=${name}
        .row=${row}
      ></patto-desk-register-row>`;
    if (name)
      return html`<patto-desk-register
        .locale=${this.locale}
        .session=${this.session}
        .name=${name}
      ></patto-desk-register>`;
    return html`<div class="stack">
      <h1>${say.title}</h1>
      <p class="hint">${say.intro}</p>
      ${
        this.problem
          ? html`<p class="notice bad" role="alert">${this.problem}</p>
              <p><button @click=${() => this.load()}>${say.retry}</button></p>`
          : !this.items
            ? html`<p role="status">${say.loading}</p>`
            : this.items.length === 0
              ? html`<p>${say.noRegisters}</p>`
              : html`<div class="grid">${this.items.map((item) => this.card(item))}</div>`
      }
    </div>`;
  }
}
