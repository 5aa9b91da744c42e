// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Answer, HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { findCases, ownDistrict, type CaseRow, type CaseView, type DistrictView } from '../api.ts';
import * as api from './case-work-api.ts';
import { caseWorkWords, told } from './case-work-words.ts';

/** For the coordinator: a case moves, is joined to another, leaves for another district. */
@customElement('patto-case-life')
export class CaseLife extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        gap: 12px;
        margin-block: 4px 12px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property({ attribute: false }) view: CaseView | undefined;
  @state() private problem: HttpProblem | undefined;
  @state() private district: DistrictView | undefined;
  @state() private found: readonly CaseRow[] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void ownDistrict().then((one) => (this.district = one));
  }
  private async done(asked: Promise<Answer<unknown>>): Promise<boolean> {
    const answer = await asked;
    this.problem = answer.ok ? undefined : answer.problem;
    if (!answer.ok) return false;
    this.found = undefined;
    this.dispatchEvent(new Event('patto-changed', { bubbles: true, composed: true }));
    return true;
  }
  private sent = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const act = form.dataset['act'];
    if (act === 'find') {
      const answer = await findCases({ q: text('q') });
      this.problem = answer.ok ? undefined : answer.problem;
      this.found = answer.ok ? answer.value.items.filter(({ id }) => id !== this.caseId) : [];
    } else if (act === 'move') await this.done(api.move(this.caseId, text('comune'), text('reason')));
    else if (act === 'merge')
      await this.done(api.merge(this.caseId, (event.submitter as HTMLButtonElement).value, text('reason')));
    else if (act === 'unmerge') await this.done(api.unmerge(this.caseId, text('reason')));
    else if (act === 'away' && (await this.done(api.sendAway(this.caseId, text('to'), text('reason')))))
      location.href = api.packageUrl(this.caseId);
  };

  override render() {
    const say = caseWorkWords(this.locale);
    const closed = this.view?.case.closed;
    return html`<section class="card" aria-labelledby="life">
      <h2 id="life">${say.life}</h2>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      ${closed ? this.shut(closed.why) : html`${this.moving()} ${this.joining()} ${this.leaving()}`}
    </section>`;
  }

  private reason(id: string) {
    const say = caseWorkWords(this.locale);
    return html`<div>
      <label for=${id}>${say.reason}</label
      ><input id=${id} name="reason" required minlength="5" maxlength="500" aria-describedby="${id}-hint" />
      <small class="hint" id="${id}-hint">${say.reasonHint}</small>
    </div>`;
  }
  private moving() {
    const say = caseWorkWords(this.locale);
    const others = this.district?.comuni.filter(({ id }) => id !== this.view?.case.comune) ?? [];
    if (others.length === 0) return nothing;
    return html`<details>
      <summary>${say.move}</summary>
      <form data-act="move" @submit=${this.sent}>
        <div>
          <label for="comune">${say.comune}</label
          ><select id="comune" name="comune">
            ${others.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
          </select>
        </div>
        ${this.reason('why-move')}
        <div><button class="primary">${say.confirm}</button></div>
      </form>
    </details>`;
  }
  private joining() {
    const say = caseWorkWords(this.locale);
    return html`<details data-merge>
      <summary>${say.merge}</summary>
      <p class="hint">${say.mergeHint}</p>
      <form data-act="find" @submit=${this.sent}>
        <div><label for="other">${say.find}</label><input id="other" name="q" required maxlength="80" /></div>
        <div><button>${say.search}</button></div>
      </form>
      ${this.found?.length === 0 ? html`<p role="status">${say.nothingFound}</p>` : nothing}
      ${
        this.found && this.found.length > 0
          ? html`<form data-act="merge" @submit=${this.sent}>
              ${this.reason('why-merge')}
              <ul>
                ${this.found.map(
                  (one) =>
                    html`<li class="spread kept">
                      <span>${one.number} · ${one.name}</span>
                      <button class="small" name="other" value=${one.id}>
                        ${told(say.join, { number: one.number })}
                      </button>
                    </li>`,
                )}
              </ul>
            </form>`
          : nothing
      }
    </details>`;
  }
  private leaving() {
    const say = caseWorkWords(this.locale);
    return html`<details>
      <summary>${say.away}</summary>
      <p class="hint">${say.awayHint}</p>
      <form data-act="away" @submit=${this.sent}>
        <div><label for="to">${say.to}</label><input id="to" name="to" required maxlength="120" /></div>
        ${this.reason('why-away')}
        <div><button class="danger">${say.makeFile}</button></div>
      </form>
    </details>`;
  }
  private shut(why: 'merged' | 'moved') {
    const say = caseWorkWords(this.locale);
    if (why === 'moved')
      return html`<p><a href=${api.packageUrl(this.caseId)} download>${say.getFile}</a></p>`;
    return html`<form data-act="unmerge" @submit=${this.sent}>
      ${this.reason('why-back')}
      <div><button>${say.unmerge}</button></div>
    </form>`;
  }
}
