// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Answer, HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type { Queue } from '../../../../schemas/types.ts';
import type { CaseView } from '../api.ts';
import * as api from './case-work-api.ts';
import { caseWorkWords, told } from './case-work-words.ts';

/** Who follows a case, in which part, and the queue that it waits in; for the coordinator, what can be changed of it. */
@customElement('patto-case-followers')
export class CaseFollowers extends LitElement {
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
      h3 {
        margin-block: 16px 0;
      }
      li {
        padding-block: 8px;
        border-block-end: 1px solid var(--patto-line);
      }
      form {
        display: grid;
        gap: 12px;
        margin-block-start: 12px;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property({ attribute: false }) view: CaseView | undefined;
  @property({ attribute: false }) session: Session | undefined;
  @state() private problem: HttpProblem | undefined;
  @state() private queues: readonly Queue[] = [];
  /** account that is being taken away */
  @state() private leaving = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void api.ownWays().then((ways) => (this.queues = ways?.queues ?? []));
  }
  private async done(asked: Promise<Answer<unknown>>, form?: HTMLFormElement): Promise<void> {
    const answer = await asked;
    this.problem = answer.ok ? undefined : answer.problem;
    if (!answer.ok) return;
    form?.reset();
    const details = form?.closest('details');
    if (details) details.open = false;
    this.leaving = '';
    this.dispatchEvent(new Event('patto-changed', { bubbles: true, composed: true }));
  }
  private sent = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const acts: { readonly [name: string]: () => Promise<Answer<unknown>> } = {
      give: () => api.assign(this.caseId, text('account'), text('part')),
      take: () => api.unassign(this.caseId, this.leaving, text('reason')),
      hand: () => api.handOver(this.caseId, text('from'), text('to'), text('note')),
      queue: () => api.sendToQueue(this.caseId, text('queue'), text('reason')),
    };
    const act = acts[form.dataset['act'] ?? ''];
    if (act) void this.done(act(), form);
  };
  private nameOf(id: string): string {
    const partner = this.view?.partners?.find((one) => one.id === id);
    if (partner) return partner.name;
    return this.view?.names[id] ?? this.view?.staff.find((one) => one.id === id)?.name ?? id;
  }
  private titleOf(id: string | undefined): string {
    return this.queues.find((one) => one.id === id)?.title ?? id ?? '';
  }

  override render() {
    if (!this.view) return nothing;
    const say = caseWorkWords(this.locale);
    const { assigned, parts = {}, queue, route, closed } = this.view.case;
    const leads = !closed && (this.session?.account.roles.includes('coordinator') ?? false);
    const me = this.session?.account.id ?? '';
    return html`<section class="card" aria-labelledby="followers">
      <h2 id="followers">${say.follows}</h2>
      ${queue ? html`<p><span class="badge warn" data-queue>${say.waits}: ${this.titleOf(queue)}</span></p>` : nothing}
      ${
        route?.queue && route.reason
          ? html`<p class="hint">
              ${say.suggested}: ${this.titleOf(route.queue)}. ${route.reason}
              ${route.decided?.reason ? html`<br />${say.decided}: ${route.decided.reason}` : nothing}
            </p>`
          : nothing
      }
      ${assigned.length === 0 ? html`<p class="hint">${say.nobody}</p>` : nothing}
      <ul>
        ${assigned.map(
          (id) =>
            html`<li class="spread kept">
              <span
                ><strong>${this.nameOf(id)}</strong
                >${parts[id] ? html`<br /><span class="hint">${parts[id]}</span>` : nothing}</span
              >
              ${
                leads
                  ? html`<button
                      class="small quiet"
                      aria-expanded=${this.leaving === id}
                      aria-label=${told(say.takeAwayOf, { name: this.nameOf(id) })}
                      @click=${() => (this.leaving = this.leaving === id ? '' : id)}
                      data-take=${id}
                    >
                      ${say.takeAway}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
      ${this.shared()}
      ${this.leaving ? this.why('take', told(say.takeAwayOf, { name: this.nameOf(this.leaving) })) : nothing}
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      ${leads ? this.giving() : nothing}
      ${!closed && (leads ? assigned.length > 0 : assigned.includes(me)) ? this.handing(leads ? assigned : [me]) : nothing}
      ${leads && this.queues.length > 0 ? this.queueing() : nothing}
    </section>`;
  }

  /** Who reads a part of the pact and nothing else. */
  private shared() {
    const say = caseWorkWords(this.locale);
    const given = this.view?.partners?.filter((one) => one.given) ?? [];
    const leads = !this.view?.case.closed && (this.session?.account.roles.includes('coordinator') ?? false);
    if (given.length === 0) return nothing;
    return html`<h3>${say.partners}</h3>
      <ul>
        ${given.map(
          ({ id, name, title }) =>
            html`<li class="spread kept" data-partner=${id}>
              <span
                ><strong>${name}</strong><br /><span class="hint"
                  >${told(say.onlyPart, { part: title })}</span
                ></span
              >
              ${
                leads
                  ? html`<button
                      class="small quiet"
                      aria-expanded=${this.leaving === id}
                      aria-label=${told(say.takeAwayOf, { name })}
                      @click=${() => (this.leaving = this.leaving === id ? '' : id)}
                      data-take=${id}
                    >
                      ${say.takeAway}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>`;
  }

  private why(act: string, label: string) {
    const say = caseWorkWords(this.locale);
    return html`<form data-act=${act} @submit=${this.sent}>
      <div>
        <label for="why">${label}: ${say.reason.toLowerCase()}</label
        ><input id="why" name="reason" required minlength="5" maxlength="500" />
      </div>
      <div class="cluster">
        <button class="primary small">${say.confirm}</button
        ><button type="button" class="small" @click=${() => (this.leaving = '')}>${say.cancel}</button>
      </div>
    </form>`;
  }
  private people(name: string, id: string, label: string, partners = false) {
    const say = caseWorkWords(this.locale);
    const others = partners ? (this.view?.partners?.filter((one) => !one.given) ?? []) : [];
    return html`<div>
      <label for=${id}>${label}</label
      ><select id=${id} name=${name} required>
        <option value="">—</option>
        ${this.view?.staff.map((one) => html`<option value=${one.id}>${one.name} · ${one.profile}</option>`)}
        ${
          others.length > 0
            ? html`<optgroup label=${say.partners}>
                ${others.map((one) => html`<option value=${one.id}>${one.name} · ${told(say.onlyPart, { part: one.title })}</option>`)}
              </optgroup>`
            : nothing
        }
      </select>
    </div>`;
  }
  private giving() {
    const say = caseWorkWords(this.locale);
    return html`<form data-act="give" @submit=${this.sent}>
      ${this.people('account', 'assign', say.give, true)}
      <div>
        <label for="part">${say.part}</label
        ><input id="part" name="part" maxlength="120" aria-describedby="part-hint" />
        <small class="hint" id="part-hint">${say.partHint}</small>
      </div>
      <div><button class="primary" data-assign>${say.assign}</button></div>
    </form>`;
  }
  private handing(from: readonly string[]) {
    const say = caseWorkWords(this.locale);
    return html`<details>
      <summary>${say.handOver}</summary>
      <form data-act="hand" @submit=${this.sent}>
        <div>
          <label for="from">${say.handOverFrom}</label
          ><select id="from" name="from">
            ${from.map((id) => html`<option value=${id}>${this.nameOf(id)}</option>`)}
          </select>
        </div>
        ${this.people('to', 'to', say.handOverTo)}
        <div>
          <label for="note">${say.note}</label
          ><textarea id="note" name="note" required minlength="5" maxlength="500"></textarea>
        </div>
        <div><button class="primary" data-hand>${say.confirm}</button></div>
      </form>
    </details>`;
  }
  private queueing() {
    const say = caseWorkWords(this.locale);
    return html`<details>
      <summary>${say.sendTo}</summary>
      <form data-act="queue" @submit=${this.sent}>
        <div>
          <label for="queue">${say.queue}</label
          ><select id="queue" name="queue">
            ${this.queues.map((one) => html`<option value=${one.id}>${one.title}</option>`)}
          </select>
        </div>
        <div>
          <label for="other">${say.reasonOther}</label
          ><input id="other" name="reason" minlength="5" maxlength="500" />
        </div>
        <div><button class="primary">${say.send}</button></div>
      </form>
    </details>`;
  }
}
