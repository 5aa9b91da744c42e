// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import { ask } from '../../../../runtime/elements/kit/http.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { entries } from '../../look.ts';
import { purposeInput } from '../../purpose.ts';
import { archiveWords } from './archive-words.ts';
import { minuteOf } from '../dates.ts';
import { readAttachments } from './diary-api.ts';

interface Row {
  readonly id: string;
  readonly number: string;
  readonly purpose: string;
  readonly by: string;
  readonly at: string;
  readonly state: 'asked' | 'given' | 'refused';
  readonly decidedBy?: string;
  readonly note?: string;
  readonly gives?: { readonly team: boolean; readonly delicate: boolean };
  readonly case?: string;
  readonly name?: string;
}
const tones = { asked: 'warn', given: 'good', refused: 'bad' } as const;

/** #/archives, #/archives/<case>: everything held about one person, asked for, granted, handed over. */
@customElement('patto-desk-archives')
export class ArchivesScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    entries,
    css`
      form {
        max-width: 640px;
      }
      li p {
        margin: 4px 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
  /** of a case: its people are offered */
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property({ attribute: false }) session: Session | undefined;
  @state() private rows: readonly Row[] | undefined;
  @state() private people: readonly { readonly id: string; readonly name: string }[] = [];
  @state() private problem = '';
  @state() private wrong = '';
  @state() private told = '';
  @state() private decided: Row | undefined;
  @query('patto-dialog') private dialog!: PattoDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    if (this.caseId) void this.loadPeople();
  }
  private get coordinates(): boolean {
    return this.session?.account.roles.includes('coordinator') ?? false;
  }
  private async load(): Promise<void> {
    const answer = await ask<{ items: readonly Row[] }>('/api/archives');
    if (answer.ok) this.rows = answer.value.items;
    else this.problem = answer.problem.title;
  }
  private async loadPeople(): Promise<void> {
    const answer = await readAttachments(this.caseId);
    if (answer.ok) this.people = answer.value.members;
  }
  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const purpose = text('purpose');
    const answer = await ask<{ id: string }>('/api/archives', {
      body: this.caseId
        ? { case: this.caseId, person: text('person'), purpose }
        : {
            taxCode: text('taxCode'),
            purpose,
            ...(text('number') ? { number: text('number') } : {}),
          },
    });
    this.problem = answer.ok ? '' : answer.problem.title;
    this.told = answer.ok ? archiveWords(this.locale).sent : '';
    if (!answer.ok) return;
    form.reset();
    await this.load();
  }
  private async begin(row: Row): Promise<void> {
    this.decided = row;
    this.wrong = '';
    await this.updateComplete;
    this.dialog.querySelector('form')?.reset();
    this.dialog.show();
  }
  private async decide(give: boolean): Promise<void> {
    const form = this.dialog.querySelector('form');
    if (!this.decided || !form) return;
    const data = new FormData(form);
    const note = String(data.get('note') ?? '').trim();
    const answer = await ask<void>(`/api/archives/${encodeURIComponent(this.decided.id)}/decide`, {
      body: {
        give,
        team: data.has('team'),
        delicate: data.has('delicate'),
        checked: data.has('checked'),
        ...(note ? { note } : {}),
      },
    });
    this.wrong = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    this.dialog.hide();
    await this.load();
  }

  private form() {
    const say = archiveWords(this.locale);
    return html`<form @submit=${this.send}>
      ${
        this.caseId
          ? html`<div>
              <label for="person">${say.person}</label
              ><select id="person" name="person" required>
                <option value="">${say.choose}</option>
                ${this.people.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select>
            </div>`
          : html`<div>
                <label for="taxCode">${say.taxCode}</label
                ><input id="taxCode" name="taxCode" required maxlength="20" autocomplete="off" />
              </div>
              <div>
                <label for="number">${say.number}</label
                ><input id="number" name="number" maxlength="120" autocomplete="off" />
              </div>`
      }
      ${purposeInput(say)}
      <div><button class="primary" data-ask>${say.send}</button></div>
    </form>`;
  }
  private row(row: Row) {
    const say = archiveWords(this.locale);
    const more = [
      ...(row.gives?.team ? [say.withTeam] : []),
      ...(row.gives?.delicate ? [say.withDelicate] : []),
    ];
    return html`<li data-archive=${row.id}>
      <div class="spread">
        <strong
          >${row.name ? `${row.name} · ` : ''}${say.case} <span class="numbers">${row.number}</span></strong
        >
        <span class="badge ${tones[row.state]}">${say[row.state]}</span>
      </div>
      <p>${row.purpose}</p>
      <p class="hint">
        ${minuteOf(row.at)}, ${say.by}
        ${row.by}${row.decidedBy ? ` · ${say.decidedBy} ${row.decidedBy}` : ''}${more.length > 0 ? ` · ${more.join(', ')}` : ''}
      </p>
      ${row.note ? html`<p class="hint">${row.note}</p>` : nothing}
      ${
        this.coordinates
          ? html`<div class="cluster">
              ${
                row.state === 'asked'
                  ? html`<button
                      class="small"
                      @click=${() => this.begin(row)}
                      aria-label="${say.decide}: ${row.name ?? row.number}"
                      data-decide
                    >
                      ${say.decide}
                    </button>`
                  : nothing
              }
              ${
                row.state === 'given'
                  ? html`<a
                      class="button small"
                      href="/api/archives/${row.id}/file"
                      download
                      aria-label="${say.download}: ${row.name ?? row.number}"
                      >${say.download}</a
                    >`
                  : nothing
              }
            </div>`
          : nothing
      }
    </li>`;
  }

  override render() {
    const say = archiveWords(this.locale);
    const tick = (name: string, title: string) =>
      html`<label class="tick"><input type="checkbox" name=${name} /> ${title}</label>`;
    return html`<div class="stack">
        ${this.caseId ? html`<p><a href="#/case/${this.caseId}">← ${say.backToCase}</a></p>` : nothing}
        <h1>${say.title}</h1>
        <p class="hint">${say.intro}</p>
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        <p class=${this.told ? 'notice good' : 'hidden-text'} role="status">${this.told}</p>
        <section class="card" aria-labelledby="ask">
          <h2 id="ask">${say.ask}</h2>
          ${this.form()}
        </section>
        <section class="card" aria-labelledby="list">
          <h2 id="list">${say.list}</h2>
          ${!this.rows && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
          ${this.rows?.length === 0 ? html`<p class="hint">${say.none}</p>` : nothing}
          <ul>
            ${(this.rows ?? []).map((row) => this.row(row))}
          </ul>
        </section>
      </div>
      <patto-dialog heading="${say.decideTitle}: ${this.decided?.name ?? ''}" close-label=${say.close}>
        <form @submit=${(event: Event) => event.preventDefault()}>
          ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing}
          <p>${this.decided?.purpose}</p>
          <p class="hint">${say.always}</p>
          <div>
            ${tick('team', say.team)} ${tick('delicate', say.delicate)} ${tick('checked', say.checked)}
          </div>
          <div>
            <label for="note">${say.note}</label><textarea id="note" name="note" maxlength="1000"></textarea>
          </div>
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button slot="actions" class="danger" @click=${() => this.decide(false)}>${say.refuse}</button>
        <button slot="actions" class="primary" @click=${() => this.decide(true)} data-give>
          ${say.give}
        </button>
      </patto-dialog>`;
  }
}
