// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import '../../../../runtime/elements/form.ts';
import type { PattoForm, ProblemDetail } from '../../../../runtime/elements/form.ts';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import type { Answer } from '../../../../runtime/elements/kit/http.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type { Remote } from '../../../../runtime/elements/remote.ts';
import type { Answers } from '../../../../schemas/types.ts';
import { dayOf, isoOf, minuteOf } from '../dates.ts';
import * as api from './register-api.ts';
import { badges, euro } from './register-marks.ts';
import { rowRemote } from './register-remote.ts';
import { filled, registerWords } from './register-words.ts';

/** A row that another one is made from, until its screen opens. */
let copied: Answers | undefined;

/** One row of a register in its form, with its history; `+` is a new one. */
@customElement('patto-desk-register-row')
export class RegisterRowScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        max-width: 820px;
        margin: 0 auto;
      }
      .bar {
        position: sticky;
        inset-block-end: 0;
        background: var(--patto-surface);
        border-block-start: 1px solid var(--patto-line);
        margin: 16px -20px -20px;
        padding: 12px 20px;
        border-radius: 0 0 12px 12px;
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: 12px;
      }
      .figures dd.numbers {
        font-size: 21px;
        font-weight: 700;
        margin: 0;
      }
      .figures dd.bad {
        color: var(--patto-danger);
      }
      ol {
        padding: 0;
        margin: 0;
        list-style: none;
      }
      li {
        padding-block: 8px;
        border-block-end: 1px solid var(--patto-line);
      }
      li:last-child {
        border: 0;
      }
      dl {
        margin: 4px 0 0;
      }
      dt {
        color: var(--patto-muted);
        font-size: 15px;
      }
      dd {
        margin: 0 0 4px;
        overflow-wrap: anywhere;
      }
      del {
        color: var(--patto-muted);
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) row = '';
  @state() private register: api.RegisterForm | undefined;
  @state() private view: api.RowView | undefined;
  /** what the form begins with; another object begins it anew, the same one handed over again must not */
  @state() private answers: Answers = {};
  @state() private problem = '';
  @state() private told = '';
  @state() private busy = false;
  /** the row as somebody else has saved it meanwhile */
  @state() private theirs: api.RowView | undefined;
  private changed = false;
  private remote: Remote | undefined;
  @query('patto-form') private form: PattoForm | undefined;
  @query('patto-dialog') private dialog!: PattoDialog;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name') || changed.has('row')) void this.load();
  }

  private get fresh(): boolean {
    return this.row === '+';
  }

  private async load(): Promise<void> {
    const [register, row] = await Promise.all([
      api.openForm(this.name, this.row),
      this.fresh ? undefined : api.openRow(this.name, this.row),
    ]);
    const failed = !register.ok ? register : row && !row.ok ? row : undefined;
    this.problem = failed && !failed.ok ? failed.problem.title : '';
    if (!register.ok || (row && !row.ok)) return;
    this.register = register.value;
    this.remote = rowRemote(this.name, this.row);
    this.view = row?.value;
    this.theirs = undefined;
    this.changed = false;
    this.answers = row?.value.row ?? copied ?? {};
    copied = undefined;
  }

  private async save(checked: boolean): Promise<void> {
    const say = registerWords(this.locale);
    const { form } = this;
    if (!form || this.busy) return;
    this.told = '';
    if (!(await form.validate())) {
      this.problem = say.wrong;
      return;
    }
    this.problem = '';
    this.busy = true;
    const row = form.value;
    const answer = this.fresh
      ? await api.makeRow(this.name, row)
      : await api.changeRow(this.name, this.row, this.view?.rev ?? 0, row, checked);
    this.busy = false;
    await this.settled(answer, say.saved);
  }

  private async mark(
    mark: Parameters<typeof api.markRow>[3],
    said: 'marked' | 'closedNow' | 'openedNow',
  ): Promise<void> {
    const answer = await api.markRow(this.name, this.row, this.view?.rev ?? 0, mark);
    await this.settled(answer, registerWords(this.locale)[said]);
  }

  private async settled(answer: Answer<api.SavedRow>, said: string): Promise<void> {
    if (answer.ok) {
      this.changed = false;
      this.told = said;
      if (this.fresh) location.hash = `#/registers/${this.name}/${answer.value.id}`;
      else await this.load();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[data-told]')?.focus();
      return;
    }
    const { code, title, problems = [] } = answer.problem;
    if (code === 'conflict') {
      const theirs = await api.openRow(this.name, this.row);
      if (theirs.ok) this.theirs = theirs.value;
      else this.problem = theirs.problem.title;
    } else {
      this.problem = [title, ...problems.map(({ message }) => message)].join(' ');
      if (problems[0]) await this.form?.go(problems[0].at);
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[role="alert"]')?.focus();
  }

  private async closeRow(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const on = isoOf(String(new FormData(event.target as HTMLFormElement).get('on') ?? ''));
    if (!on) {
      this.problem = registerWords(this.locale).dateWrong;
      this.dialog.hide();
      return;
    }
    this.dialog.hide();
    await this.mark({ as: 'closed', on }, 'closedNow');
  }

  private duplicate(): void {
    const say = registerWords(this.locale);
    const questions = this.register?.form.schema.properties ?? {};
    const row = this.form?.value ?? this.answers;
    copied = Object.fromEntries(
      Object.entries(row).filter(([key]) => key !== 'valid_to' && !questions[key]?.readOnly),
    );
    copied['title'] = filled(say.copyOf, { title: String(row['title'] ?? '') });
    location.hash = `#/registers/${this.name}/+`;
  }

  private conflict(theirs: api.RowView) {
    const say = registerWords(this.locale);
    const [last] = theirs.history;
    const by = last?.by ?? say.somebody;
    return html`<div class="notice warn stack" role="alert" tabindex="-1" data-conflict>
      <p>${filled(say.conflict, { by })}</p>
      ${last ? changes(last, say) : nothing}
      <p class="cluster">
        <button @click=${() => this.load()}>${filled(say.conflictTheirs, { by })}</button>
        <button
          @click=${() => {
            this.view = this.view && { ...this.view, rev: theirs.rev, history: theirs.history };
            this.theirs = undefined;
            void this.save(false);
          }}
        >
          ${say.conflictMine}
        </button>
      </p>
    </div>`;
  }

  private bar(register: api.RegisterForm) {
    const say = registerWords(this.locale);
    if (!register.edits) return nothing;
    const checks = register.checked && !this.fresh;
    return html`<div class="bar cluster">
      <button class="primary" ?disabled=${this.busy} @click=${() => this.save(false)} data-save>
        ${this.busy ? say.saving : say.save}
      </button>
      ${
        checks
          ? html`<button ?disabled=${this.busy} @click=${() => this.save(true)} data-save-checked>
              ${say.saveChecked}
            </button>`
          : nothing
      }
    </div>`;
  }

  private tools(register: api.RegisterForm, marks: readonly api.Mark[]) {
    const say = registerWords(this.locale);
    if (this.fresh || !register.edits) return nothing;
    return html`<div class="cluster">
      ${
        register.checked
          ? html`<button
              class="small"
              @click=${() => (this.changed ? this.save(true) : this.mark({ as: 'checked' }, 'marked'))}
              data-check
            >
              ${say.check}
            </button>`
          : nothing
      }
      ${
        register.adds
          ? html`<button class="small" @click=${this.duplicate} data-duplicate>${say.duplicate}</button> ${
                marks.includes('closed')
                  ? html`<button
                      class="small"
                      @click=${() => this.mark({ as: 'opened' }, 'openedNow')}
                      data-open
                    >
                      ${say.reopen}
                    </button>`
                  : html`<button class="small danger" @click=${() => this.dialog.show()} data-close>
                      ${say.close}
                    </button>`
              }`
          : nothing
      }
    </div>`;
  }

  private history(view: api.RowView) {
    const say = registerWords(this.locale);
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">${say.history}</h2>
      ${
        view.history.length === 0
          ? html`<p class="hint">${say.asItCame}</p>`
          : html`<ol>
              ${view.history.map(
                (one) =>
                  html`<li>
                    <span class="numbers hint">${minuteOf(one.at)}</span> · <strong>${one.by}</strong>
                    ${say[`what.${one.what}` as 'what.made']} ${changes(one, say)}
                  </li>`,
              )}
            </ol>`
      }
    </section>`;
  }

  override render() {
    const say = registerWords(this.locale);
    const { register, view } = this;
    const [listed] = register?.rows ?? [];
    return html`<div class="stack">
      <p><a href="#/registers/${this.name}">← ${register?.title ?? say.back}</a></p>
      ${this.problem ? html`<p class="notice bad" role="alert" tabindex="-1">${this.problem}</p>` : nothing}
      ${this.told ? html`<p class="notice good" role="status" tabindex="-1" data-told>${this.told}</p>` : nothing}
      ${
        !register || (!view && !this.fresh)
          ? this.problem
            ? nothing
            : html`<p role="status">${say.loading}</p>`
          : html`<div class="spread">
                <h1>${this.fresh ? say.newRow : (listed?.title ?? register.title)}</h1>
                <div>${listed ? badges(listed, say) : nothing}</div>
              </div>
              ${view?.case ? html`<p><a href="#/case/${view.case}">${say.case}</a></p>` : nothing}
              ${this.tools(register, listed?.marks ?? [])}
              ${listed?.spend ? spending(listed.spend, say) : nothing}
              ${this.theirs ? this.conflict(this.theirs) : nothing}
              <div class="card">
                <h2 class="hidden-text">${register.form.title}</h2>
                <patto-form
                  bare
                  no-aids
                  locale=${this.locale}
                  ?readonly=${!register.edits}
                  .definition=${register.form}
                  .context=${register.context}
                  .remote=${this.remote}
                  .value=${guard([this.answers], () => this.answers)}
                  @patto-answer=${() => (this.changed = true)}
                  @patto-problem=${(event: CustomEvent<ProblemDetail>) => {
                    const [first] = event.detail.problems;
                    if (first) void this.form?.go(first.at);
                  }}
                ></patto-form>
                ${this.bar(register)}
              </div>
              ${view ? this.history(view) : nothing}`
      }
      <patto-dialog heading=${say.close} close-label=${say.cancel}>
        <form id="closing" @submit=${this.closeRow}>
          <p>${say.closeText}</p>
          <div>
            <label for="on">${say.closeDay}</label
            ><input
              id="on"
              name="on"
              inputmode="numeric"
              value=${this.session ? dayOf(this.session.today) : ''}
            />
          </div>
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="danger"
          @click=${() => this.renderRoot.querySelector<HTMLFormElement>('#closing')?.requestSubmit()}
          data-confirm-close
        >
          ${say.close}
        </button>
      </patto-dialog>
    </div>`;
  }
}

/** What is committed on a fund, of its budget. */
function spending(
  { budget, supports, committed, vouchers, voucherValue, left }: api.Spend,
  say: ReturnType<typeof registerWords>,
) {
  const figure = (title: string, amount: number | undefined, more = '') =>
    html`<div>
      <dt>${title}</dt>
      <dd class="numbers ${amount !== undefined && amount < 0 ? 'bad' : ''}">
        ${amount === undefined ? say.unknownBudget : euro(amount)}
      </dd>
      ${more ? html`<dd class="hint">${more}</dd>` : nothing}
    </div>`;
  return html`<dl class="figures card" data-spend>
    ${figure(say.budget, budget)}
    ${figure(say.onSupports, committed, `${supports} ${supports === 1 ? say.oneSupport : say.supports}`)}
    ${figure(say.onVouchers, voucherValue, `${vouchers} ${say.vouchers}`)}
    ${budget === undefined ? nothing : figure(say.left, left)}
  </dl>`;
}

const changes = ({ changes: all }: api.RowView['history'][number], say: ReturnType<typeof registerWords>) =>
  all.length === 0
    ? nothing
    : html`<dl>
        ${all.map(
          ({ column, was, now }) =>
            html`<dt>${column}</dt>
              <dd>${was ? html`<del>${was}</del> → ` : nothing}${now || say.nothing}</dd>`,
        )}
      </dl>`;
