// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import * as api from './case/case-work-api.ts';
import { caseWorkWords, told, type CaseWorkWords } from './case/case-work-words.ts';
import { minuteOf } from './dates.ts';

/** What others did with the person's cases; nothing where there is nothing to tell. */
@customElement('patto-desk-notices')
export class Notices extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        padding-block: 8px;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property() locale = 'it';
  @state() private items: readonly api.Notice[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.listNotices();
    if (answer.ok) this.items = answer.value.items;
  }
  private async put(id: string): Promise<void> {
    await api.seeNotice(id);
    await this.load();
  }

  override render() {
    if (this.items.length === 0) return nothing;
    const say = caseWorkWords(this.locale);
    return html`<section class="card" aria-labelledby="notices">
      <h2 id="notices">${say.notices}</h2>
      <ul>
        ${this.items.map(
          (one) =>
            html`<li class="spread kept">
              <div>
                <p>
                  ${say.case} <a href="#/case/${one.case}">${one.number}</a>
                  ${say[`notice_${one.what}` as keyof CaseWorkWords] ?? ''}
                  <span class="hint">· ${one.by}, ${minuteOf(one.at)}</span>
                </p>
                ${one.note ? html`<p class="hint">${one.note}</p>` : nothing}
              </div>
              <button
                class="small"
                aria-label=${told(say.putOf, { number: one.number })}
                @click=${() => this.put(one.id)}
              >
                ${say.put}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}
