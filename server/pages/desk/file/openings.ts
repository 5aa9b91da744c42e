// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { entries } from '../../look.ts';
import * as api from '../case/case-work-api.ts';
import { caseWorkWords, told } from '../case/case-work-words.ts';
import { dayOf, minuteOf } from '../dates.ts';

/** #/openings: cases opened without a title to them, each with its reason, for the coordinator to look at. */
@customElement('patto-desk-openings')
export class Openings extends LitElement {
  static override styles = [
    tokens,
    controls,
    entries,
    css`
      p {
        margin-block: 4px 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property() locale = 'it';
  @state() private items: readonly api.Opening[] | undefined;
  @state() private problem: HttpProblem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.listOpenings();
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) this.items = answer.value.items;
  }
  private async mark(id: string): Promise<void> {
    const answer = await api.seeOpening(id);
    if (answer.ok) await this.load();
    else this.problem = answer.problem;
  }

  override render() {
    const say = caseWorkWords(this.locale);
    return html`<div class="stack">
      <div>
        <h1>${say.openings}</h1>
        <p class="hint">${say.openingsHint}</p>
      </div>
      ${
        this.problem
          ? html`<p class="notice bad" role="alert">${this.problem.title}</p>
              <p><button @click=${() => this.load()}>${say.retry}</button></p>`
          : nothing
      }
      ${
        this.items
          ? html`<div class="card">
              ${this.items.length === 0 ? html`<p>${say.noOpenings}</p>` : nothing}
              <ul>
                ${this.items.map((one) => this.row(one))}
              </ul>
            </div>`
          : this.problem
            ? nothing
            : html`<p role="status">${say.loading}</p>`
      }
    </div>`;
  }
  private row(one: api.Opening) {
    const say = caseWorkWords(this.locale);
    return html`<li data-opening=${one.id}>
      <div class="spread">
        <span>
          <strong>${one.by}</strong> · <a href="#/case/${one.case}">${one.number}</a> ${one.name}
          <span class="hint"
            >·
            ${minuteOf(one.at)}${one.times > 1 ? html` · ${told(say.times, { n: one.times })}` : nothing}</span
          >
        </span>
        ${
          one.seenAt
            ? html`<span class="badge good"
                >${told(say.seen, { day: dayOf(one.seenAt), by: one.seenBy ?? '' })}</span
              >`
            : html`<button
                class="small"
                aria-label=${told(say.markOf, { name: one.by })}
                @click=${() => this.mark(one.id)}
              >
                ${say.mark}
              </button>`
        }
      </div>
      <p>${one.reason}</p>
    </li>`;
  }
}
