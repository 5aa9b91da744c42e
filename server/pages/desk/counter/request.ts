// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { openRequest, ownDistrict, type DistrictView } from '../api.ts';
import * as api from './counter-api.ts';
import { counterWords } from './counter-words.ts';
import { dayOf, minuteOf } from '../dates.ts';

/** One request: what may be said of it, its terms, what was looked into and what comes next. */
@customElement('patto-desk-request')
export class DeskRequest extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      .two {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
        align-items: start;
      }
      @media (max-width: 900px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      blockquote {
        margin: 0;
        padding: 12px 16px;
        border-inline-start: 4px solid var(--patto-primary);
        background: var(--patto-primary-soft);
        border-radius: 4px;
        font-size: 18px;
      }
      ol {
        list-style: none;
        margin: 0 0 16px;
        padding: 0;
      }
      ol li {
        padding-block: 12px;
        border-block-end: 1px solid var(--patto-line);
      }
      ol li:last-child {
        border: 0;
      }
      ol p {
        margin: 4px 0 0;
      }
      .after {
        margin-block-start: 8px;
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: 'request-id' }) requestId = '';
  @state() private view: api.RequestView | undefined;
  @state() private district: DistrictView | undefined;
  @state() private problem = '';
  @state() private reasonNeeded = false;
  @state() private busy = false;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('requestId')) return;
    this.view = undefined;
    void this.load();
    void ownDistrict().then((district) => (this.district = district));
  }
  private async load(reason?: string): Promise<void> {
    const answer = await api.readRequest(this.requestId, reason);
    this.reasonNeeded = !answer.ok && answer.problem.code === 'reason-needed';
    this.problem = answer.ok || this.reasonNeeded ? '' : answer.problem.title;
    if (answer.ok) this.view = answer.value;
  }
  private async go(
    what: Promise<
      { readonly ok: true; readonly hash: string } | { readonly ok: false; readonly title: string }
    >,
  ) {
    this.busy = true;
    const done = await what;
    this.busy = false;
    if (done.ok) location.hash = done.hash;
    else this.problem = done.title;
  }
  private step = (step: api.RequestView['steps'][number]) => {
    if (step.draft) return void (location.hash = `#/draft/${step.draft}`);
    const asked =
      step.does === 'close'
        ? api
            .beginClosing(this.requestId)
            .then((one) => (one.ok ? { ok: true as const, draft: one.value.draft } : one))
        : api
            .startHere({ definition: step.definition, request: this.requestId })
            .then((one) => (one.ok ? { ok: true as const, draft: one.value.id } : one));
    void this.go(
      asked.then((one) =>
        one.ok ? { ok: true, hash: `#/draft/${one.draft}` } : { ok: false, title: one.problem.title },
      ),
    );
  };
  private takeUp = () =>
    this.go(
      openRequest(this.requestId, `open-${this.requestId}`).then((one) =>
        one.ok ? { ok: true, hash: `#/case/${one.value.id}` } : { ok: false, title: one.problem.title },
      ),
    );

  private work(view: api.RequestView) {
    const say = counterWords(this.locale);
    return html`<section class="card" aria-labelledby="work">
      <h2 id="work">${say.work}</h2>
      ${view.taken.length === 0 ? html`<p>${say.nothingYet}</p>` : nothing}
      <ol>
        ${view.taken.map(
          (step) =>
            html`<li data-taken=${step.does}>
              <div class="spread">
                <span
                  ><strong
                    >${step.title}${step.does === 'upload' && view.platform ? ` (${view.platform})` : nothing}</strong
                  >
                  · ${minuteOf(step.at)} · ${step.by}</span
                >
                <a
                  class="button small"
                  href="#/submission/${step.submission}"
                  aria-label="${say.read}: ${step.title}, ${minuteOf(step.at)}"
                  >${say.read}</a
                >
              </div>
              ${step.reason ? html`<p>${step.reason}</p>` : nothing}
              ${Object.entries(step.facts).map(([label, text]) => html`<p class="hint">${label}: ${text}</p>`)}
            </li>`,
        )}
      </ol>
      ${
        view.writes && !view.state.closed
          ? html`<div class="cluster">
                ${view.steps.map(
                  (step) =>
                    html`<button
                      data-step=${step.does}
                      class=${step.does === view.state.todo ? 'primary' : nothing}
                      ?disabled=${this.busy}
                      @click=${() => this.step(step)}
                    >
                      ${this.stepTitle(step, view)}
                    </button>`,
                )}
              </div>
              ${
                view.steps.some(({ does }) => does === 'close')
                  ? html`<p class="hint after">${say.closeHint}</p>`
                  : nothing
              }`
          : view.state.closed
            ? html`<p class="notice">${say.closed}</p>`
            : nothing
      }
    </section>`;
  }
  private stepTitle(step: api.RequestView['steps'][number], { platform }: api.RequestView): string {
    const say = counterWords(this.locale);
    if (step.draft) return `${step.title}: ${say.goOn.toLowerCase()}`;
    if (step.does === 'upload' && platform) return `${say.do_upload} ${say.on} ${platform}`;
    return step.does === 'check' ? step.title : say[`do_${step.does}`];
  }

  private head(view: api.RequestView) {
    const say = counterWords(this.locale);
    const comune = this.district?.comuni.find(({ id }) => id === view.comune)?.name ?? view.comune;
    return html`<div class="spread">
        <h1><span class="numbers">${view.number}</span> ${view.name}</h1>
        <span class="badge ${view.state.closed ? 'warn' : ''}" data-state=${view.state.id}
          >${view.state.title}</span
        >
      </div>
      <p>
        ${view.title} · ${view.measure.name} · ${comune}<br />
        ${say.statusOf} ${minuteOf(view.at)},
        ${say[`channel_${view.channel}`]}${
          view.dates['carta']
            ? html` (${say.paperMark.toLowerCase()} ${dayOf(view.dates['carta'])})`
            : nothing
        }
      </p>
      <div class="cluster">
        <a class="button small" href="#/submission/${view.id}">${say.answers}</a>
        ${
          view.case
            ? html`<a class="button small" data-case href="#/case/${view.case.id}"
                >${say.openItsCase} ${view.case.number}</a
              >`
            : view.writes
              ? html`<button class="small" data-take ?disabled=${this.busy} @click=${this.takeUp}>
                  ${say.takeUp}
                </button>`
              : nothing
        }
      </div>`;
  }

  private terms(view: api.RequestView) {
    const say = counterWords(this.locale);
    return html`<section class="card" aria-labelledby="terms">
      <h2 id="terms">${say.terms}</h2>
      ${view.terms.length === 0 ? html`<p>${say.noTerms}</p>` : nothing}
      <ol>
        ${view.terms.map(
          (term) =>
            html`<li>
              ${term.title}
              <p>
                ${
                  term.met
                    ? html`${say.met} ${dayOf(term.met)}`
                    : html`${say.by} <strong>${dayOf(term.due)}</strong>`
                }
                ${term.state === 'late' ? html`<span class="badge bad">${say.late}</span>` : nothing}
              </p>
              <p class="hint">${term.source}</p>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  private why() {
    const say = counterWords(this.locale);
    return html`<form
      class="card"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.load(String(new FormData(event.target as HTMLFormElement).get('reason')).trim());
      }}
    >
      <h1>${say.reasonTitle}</h1>
      <p>${say.reasonText}</p>
      <div>
        <label for="reason">${say.reason}</label><input id="reason" name="reason" required minlength="3" />
      </div>
      <div><button class="primary">${say.opening}</button></div>
    </form>`;
  }

  override render() {
    const say = counterWords(this.locale);
    const { view } = this;
    return html`<div class="stack">
      <p><a data-back href="#/requests">← ${say.back}</a></p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${this.reasonNeeded ? this.why() : nothing}
      ${!view && !this.problem && !this.reasonNeeded ? html`<p role="status">${say.loading}</p>` : nothing}
      ${
        view
          ? html`<section class="card">${this.head(view)}</section>
              <div class="two">
                <div class="stack">
                  ${
                    view.state.says
                      ? html`<section class="card" aria-labelledby="say">
                          <h2 id="say">${say.say}</h2>
                          <blockquote data-says>${view.state.says}</blockquote>
                        </section>`
                      : nothing
                  }
                  ${this.work(view)}
                </div>
                ${this.terms(view)}
              </div>`
          : nothing
      }
    </div>`;
  }
}
