// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { fileChoice, fileChoices } from '../../../../runtime/elements/kit/file-choice.ts';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { entries } from '../../look.ts';
import { sizeInWords } from '../../../../runtime/fields/file/kinds.ts';
import { dayOf, daysBetween, isoOf } from '../dates.ts';
import * as api from './diary-api.ts';
import { diaryWords } from './diary-words.ts';

/** Days before its expiry from which an attachment is told of. */
const soon = 60;
const classes: readonly api.Readers[] = ['family', 'team', 'author'];

/** In the case: its attachments, those about to expire first; adding and replacing one. */
@customElement('patto-case-attachments')
export class CaseAttachments extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    fileChoices,
    entries,
    css`
      :host {
        display: block;
      }
      li p {
        margin: 2px 0;
        overflow-wrap: anywhere;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 12px;
        align-items: end;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property() reason: string | undefined;
  @property({ attribute: false }) session: Session | undefined;
  @state() private all: api.Attachments | undefined;
  @state() private problem: HttpProblem | undefined;
  /** name of the file */
  @state() private chosen = '';
  @state() private wrong = '';
  @state() private busy = false;
  @state() private replaced: api.Attachment | undefined;
  @state() private reads: api.Readers = 'team';
  @query('patto-dialog') private dialog!: PattoDialog;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('caseId') || changed.has('reason')) void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.readAttachments(this.caseId, this.reason);
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) this.all = answer.value;
  }
  private async begin(of: api.Attachment | undefined): Promise<void> {
    this.replaced = of;
    this.reads = of?.readers ?? 'team';
    this.wrong = '';
    await this.updateComplete;
    const form = this.renderRoot.querySelector('form');
    form?.reset();
    this.chosen = '';
    if (form && of) (form.elements.namedItem('kind') as HTMLSelectElement).value = of.kind;
    this.dialog.show();
  }
  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const say = diaryWords(this.locale);
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const file = data.get('file');
    const date = isoOf(text('date'));
    const expires = text('expires') ? isoOf(text('expires')) : '';
    if (!(file instanceof File) || file.size === 0) this.wrong = say.fileMissing;
    else if (!date || expires === undefined) this.wrong = say.dateWrong;
    else {
      this.busy = true;
      const answer = await api.attach(this.caseId, file, {
        kind: text('kind'),
        date,
        expires,
        readers: this.reads,
        person: text('person'),
        about: text('about'),
        ...(this.replaced ? { replaces: this.replaced.id } : {}),
      });
      this.busy = false;
      this.wrong = answer.ok ? '' : answer.problem.title;
      if (!answer.ok) return;
      this.dialog.hide();
      await this.load();
    }
  }
  private async open(one: api.Attachment): Promise<void> {
    const got = await api.openAttachment(this.caseId, one.id, this.reason);
    if (!(got instanceof Blob)) {
      this.problem = got;
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(got);
    link.download = one.file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  private expiry(one: api.Attachment) {
    const say = diaryWords(this.locale);
    if (!one.expires) return nothing;
    const left = daysBetween(this.session?.today ?? one.expires, one.expires);
    if (left < 0) return html`<span class="badge bad">${say.expired} ${dayOf(one.expires)}</span>`;
    const when =
      left === 0
        ? ''
        : left === 1
          ? ` · ${say.inOneDay}`
          : ` · ${say.inDays.replace('{days}', String(left))}`;
    return left > soon
      ? html`<span class="hint numbers">${say.expiring} ${dayOf(one.expires)}</span>`
      : html`<span class="badge warn" data-expiring
          >${left === 0 ? say.today : `${say.expiring} ${dayOf(one.expires)}${when}`}</span
        >`;
  }
  private row(one: api.Attachment) {
    const say = diaryWords(this.locale);
    return html`<li data-attachment=${one.id}>
      <p>
        <strong>${one.title}</strong> <span class="numbers">${say.dated} ${dayOf(one.date)}</span>
        <span class="badge">${say[one.readers]}</span>
      </p>
      ${one.replacedBy ? nothing : html`<p>${this.expiry(one)}</p>`}
      <p class="hint">
        ${[one.person, one.about, one.file.name, sizeInWords(one.file.size, this.locale), one.by]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class="cluster">
        <button
          class="small"
          @click=${() => this.open(one)}
          aria-label="${say.download}: ${one.title} ${dayOf(one.date)}"
        >
          ${say.download}
        </button>
        ${
          this.all?.writes && !one.replacedBy
            ? html`<button
                class="small quiet"
                @click=${() => this.begin(one)}
                aria-label="${say.replace}: ${one.title} ${dayOf(one.date)}"
              >
                ${say.replace}
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  private form(all: api.Attachments) {
    const say = diaryWords(this.locale);
    const day = (name: 'date' | 'expires', needed: boolean) =>
      html`<div>
        <label for=${name}>${say[name]}</label
        ><input
          id=${name}
          name=${name}
          ?required=${needed}
          inputmode="numeric"
          autocomplete="off"
          placeholder=${say.dayHint}
        />
      </div>`;
    return html`<form id="attach" @submit=${this.send}>
      ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing}
      ${this.replaced ? html`<p class="hint">${say.replaceHint}</p>` : nothing}
      <div>
        ${fileChoice({
          id: 'file',
          name: 'file',
          title: say.file,
          choose: say.chooseFile,
          chosen: this.chosen,
          about: 'file-hint',
          change: (file) => (this.chosen = file?.name ?? ''),
        })}
        <span class="hint" id="file-hint">${say.fileHint}</span>
      </div>
      <div>
        <label for="kind">${say.type}</label
        ><select id="kind" name="kind">
          ${all.kinds.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
        </select>
      </div>
      <div class="two">${day('date', true)} ${day('expires', false)}</div>
      <div>
        <label for="person">${say.whose}</label
        ><select id="person" name="person">
          <option value="">${say.household}</option>
          ${all.members.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </div>
      <div>
        <label for="readers">${say.readers}</label
        ><select
          id="readers"
          aria-describedby="reads"
          .value=${this.reads}
          @change=${(event: Event) => (this.reads = (event.target as HTMLSelectElement).value as api.Readers)}
        >
          ${classes.map((one) => html`<option value=${one} ?selected=${one === this.reads}>${say[one]}</option>`)}
        </select>
        <span class="hint" id="reads">${say[`${this.reads}Hint`]}</span>
      </div>
      <div>
        <label for="about">${say.about}</label
        ><input id="about" name="about" maxlength="200" autocomplete="off" />
      </div>
    </form>`;
  }

  override render() {
    const say = diaryWords(this.locale);
    const { all } = this;
    const today = this.session?.today ?? '';
    const near = (one: api.Attachment) =>
      one.expires !== undefined && daysBetween(today, one.expires) <= soon ? 0 : 1;
    const counting = (all?.items ?? [])
      .filter(({ replacedBy }) => !replacedBy)
      .sort((a, b) => near(a) - near(b));
    const old = (all?.items ?? []).filter(({ replacedBy }) => replacedBy);
    return html`<section class="card" aria-labelledby="attachments">
        <div class="spread">
          <h2 id="attachments">${say.attachments}</h2>
          ${all?.writes ? html`<button class="small" @click=${() => this.begin(undefined)} data-attach>${say.attach}</button>` : nothing}
        </div>
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
        ${!all && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
        ${all && all.items.length === 0 ? html`<p class="hint">${say.noAttachments}</p>` : nothing}
        <ul>
          ${counting.map((one) => this.row(one))}
        </ul>
        ${
          old.length > 0
            ? html`<details>
                <summary>${say.replaced} (${old.length})</summary>
                <ul>
                  ${old.map((one) => this.row(one))}
                </ul>
              </details>`
            : nothing
        }
      </section>
      <patto-dialog
        heading=${this.replaced ? `${say.replaceTitle}: ${this.replaced.title}` : say.attachTitle}
        close-label=${say.close}
      >
        ${all ? this.form(all) : nothing}
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          ?disabled=${this.busy}
          data-send
          @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}
        >
          ${this.busy ? say.sending : say.send}
        </button>
      </patto-dialog>`;
  }
}
