// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { entries } from '../../look.ts';
import { blankUrl, ownDistrict, type DistrictView } from '../api.ts';
import * as api from './counter-api.ts';
import './counter-status.ts';
import { counterWords } from './counter-words.ts';
import { minuteOf } from '../dates.ts';
import { isOne, meetsPeople } from '../roles.ts';

/** What whoever works at a counter has at hand. */
@customElement('patto-desk-counter')
export class DeskCounter extends LitElement {
  static override styles = [
    tokens,
    controls,
    entries,
    css`
      .two {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
        align-items: start;
      }
      dl {
        margin: 0;
      }
      dt {
        font-weight: 600;
        margin-block-start: 12px;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: false }) session: Session | undefined;
  @state() private view: api.CounterView | undefined;
  @state() private district: DistrictView | undefined;
  @state() private problem = '';
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    void ownDistrict().then((district) => (this.district = district));
  }
  private async load(): Promise<void> {
    const answer = await api.seeCounter();
    this.problem = answer.ok ? '' : answer.problem.title;
    if (answer.ok) this.view = answer.value;
  }
  private async start(definition: string, paper = false): Promise<void> {
    this.busy = true;
    const answer = await api.startHere({ definition });
    this.busy = false;
    if (answer.ok) location.hash = `#/draft/${answer.value.id}${paper ? '/paper' : ''}`;
    else this.problem = answer.problem.title;
  }
  private comune(id: string): string {
    return this.district?.comuni.find((one) => one.id === id)?.name ?? id;
  }

  private taking(view: api.CounterView) {
    const say = counterWords(this.locale);
    if (view.takes.length === 0) return html`<p class="notice">${say.readOnly}</p>`;
    const { access } = view;
    return html`<div class="two">
      ${
        access
          ? html`<section class="card" aria-labelledby="comes">
              <h2 id="comes">${say.comes}</h2>
              <p class="hint">${say.comesHint}</p>
              <div class="cluster">
                <button
                  class="primary"
                  data-access
                  ?disabled=${this.busy}
                  @click=${() => this.start(access.id)}
                >
                  ${say.newAccess}
                </button>
                <a class="button" href="#/accesses">${say.toAccesses}</a>
              </div>
            </section>`
          : nothing
      }
      <section class="card" aria-labelledby="fill">
        <h2 id="fill">${say.fillFor}</h2>
        <p class="hint">${say.fillHint}</p>
        <ul>
          ${view.requests.map(
            (form) =>
              html`<li class="spread">
                <span>${form.title}</span>
                <span class="cluster">
                  <button
                    class="small primary"
                    data-fill=${form.id}
                    aria-label="${say.fill}: ${form.title}"
                    ?disabled=${this.busy}
                    @click=${() => this.start(form.id)}
                  >
                    ${say.fill}
                  </button>
                  <button
                    class="small"
                    data-paper=${form.id}
                    aria-label="${say.fromPaper}: ${form.title}"
                    ?disabled=${this.busy}
                    @click=${() => this.start(form.id, true)}
                  >
                    ${say.fromPaper}
                  </button>
                </span>
              </li>`,
          )}
        </ul>
      </section>
    </div>`;
  }

  private drafts(view: api.CounterView) {
    const say = counterWords(this.locale);
    return html`<section class="card" aria-labelledby="drafts">
      <h2 id="drafts">${say.drafts}</h2>
      ${view.drafts.length === 0 ? html`<p>${say.noDrafts}</p>` : nothing}
      <ul>
        ${view.drafts.map(
          (draft) =>
            html`<li class="spread kept">
              <span>
                ${draft.title}<br /><span class="hint"
                  >${minuteOf(draft.savedAt)}, ${say.savedBy} ${draft.by}</span
                >
              </span>
              <a
                class="button small"
                href="#/draft/${draft.id}"
                aria-label="${say.resume}: ${draft.title}, ${minuteOf(draft.savedAt)}"
                >${say.resume}</a
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }

  override render() {
    const say = counterWords(this.locale);
    const { view } = this;
    return html`<div class="stack">
      <h1>${say.title}</h1>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${!view && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
      ${
        view
          ? html`${isOne(this.session, meetsPeople) ? html`<patto-counter-status locale=${this.locale}></patto-counter-status>` : nothing}
              ${this.taking(view)} ${view.takes.length > 0 ? this.drafts(view) : nothing}
              <div class="two">
                <section class="card" aria-labelledby="blanks">
                  <h2 id="blanks">${say.blanks}</h2>
                  <p class="hint">${say.blanksHint}</p>
                  <ul>
                    ${view.blanks.map(
                      (form) =>
                        html`<li class="spread kept">
                          <span>${form.title}</span>
                          <a
                            class="button small"
                            target="_blank"
                            href=${blankUrl(form.id)}
                            aria-label="${say.print}: ${form.title}"
                            >${say.print}</a
                          >
                        </li>`,
                    )}
                  </ul>
                </section>
                <section class="card" aria-labelledby="offices">
                  <h2 id="offices">${say.offices}</h2>
                  <dl>
                    ${view.offices.map(
                      (office) =>
                        html`<dt>${office.name}</dt>
                          <dd>
                            ${this.comune(office.comune)},
                            ${office.address}${office.hours.map(
                              (line) => html`<br />${line}`,
                            )}${office.phone ? html`<br />${office.phone}` : nothing}${
                              office.email ? html` · ${office.email}` : nothing
                            }
                          </dd>`,
                    )}
                  </dl>
                  <p><a href="#/reports">${say.guide}</a></p>
                </section>
              </div>`
          : nothing
      }
    </div>`;
  }
}
