// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from './counter-api.ts';
import { counterWords } from './counter-words.ts';
import { dayOf } from '../dates.ts';

/** One box: the number of a request, and what may be said to whoever asks. */
@customElement('patto-counter-status')
export class CounterStatus extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        align-items: end;
      }
      form > div {
        flex: 1 1 260px;
      }
      blockquote {
        margin: 8px 0 12px;
        padding: 12px 16px;
        border-inline-start: 4px solid var(--patto-primary);
        background: var(--patto-primary-soft);
        border-radius: 4px;
        font-size: 18px;
      }
      [role='status'] > :first-child {
        margin-block-start: 16px;
      }
    `,
  ];
  @property() locale = 'it';
  @state() private found: api.StatusView | undefined;
  @state() private problem = '';

  private async find(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const say = counterWords(this.locale);
    const number = String(new FormData(event.target as HTMLFormElement).get('number')).trim();
    if (number === '') return;
    const answer = await api.findStatus(number);
    this.found = answer.ok ? answer.value : undefined;
    this.problem = answer.ok ? '' : answer.problem.status === 404 ? say.statusNone : answer.problem.title;
  }

  override render() {
    const say = counterWords(this.locale);
    const { found } = this;
    return html`<section class="card" aria-labelledby="status-title">
      <h2 id="status-title">${say.statusTitle}</h2>
      <form role="search" aria-labelledby="status-title" @submit=${this.find}>
        <div>
          <label for="number">${say.statusLabel}</label
          ><input id="number" name="number" autocomplete="off" spellcheck="false" />
        </div>
        <button>${say.statusFind}</button>
      </form>
      <div role="status">
        ${this.problem ? html`<p class="notice warn">${this.problem}</p>` : nothing}
        ${
          found
            ? html`<p>
                  <strong class="numbers">${found.number}</strong> · ${found.title}, ${say.statusOf}
                  ${dayOf(found.day)} <span class="badge">${found.state}</span>
                </p>
                ${
                  found.says
                    ? html`<h3>${say.statusSay}</h3>
                        <blockquote data-says>${found.says}</blockquote>`
                    : nothing
                }
                ${
                  found.term
                    ? html`<p>
                        ${found.term.title}: ${say.by} <strong>${dayOf(found.term.due)}</strong>
                        ${found.term.late ? html`<span class="badge bad">${say.late}</span>` : nothing}
                      </p>`
                    : nothing
                }
                ${
                  found.office
                    ? html`<p>
                        ${found.office.name}, ${found.office.address}
                        ${found.office.phone ? html`· ${found.office.phone}` : nothing} ·
                        ${found.office.hours}
                      </p>`
                    : nothing
                }
                <a class="button small" href="#/request/${found.id}">${say.statusOpen}</a>`
            : nothing
        }
      </div>
    </section>`;
  }
}
