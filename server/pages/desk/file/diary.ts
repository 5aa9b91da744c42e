// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { isoOf } from '../dates.ts';
import * as api from './diary-api.ts';
import './diary-note.ts';
import './diary-notes.ts';
import { diaryWords } from './diary-words.ts';

const base = css`
  :host {
    display: block;
  }
  .filters {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fill, minmax(min(135px, 100%), 1fr));
    align-items: end;
  }
`;

/** What both the card and the page do: read the diary, write in it, show what happened. */
abstract class DiaryView extends LitElement {
  static override styles = [tokens, controls, base];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property() reason: string | undefined;
  @property({ attribute: false }) session: Session | undefined;
  @state() protected diary: api.Diary | undefined;
  @state() protected problem: HttpProblem | undefined;
  @state() protected told = '';
  protected wanted: { readonly [name: string]: string } = {};

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('caseId') || changed.has('reason')) void this.load();
  }
  protected async load(cursor?: string): Promise<void> {
    const wanted = { ...this.wanted, ...(cursor ? { cursor } : {}) };
    const answer = await api.readDiary(this.caseId, wanted, this.reason);
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok)
      this.diary = cursor
        ? { ...answer.value, items: [...(this.diary?.items ?? []), ...answer.value.items] }
        : answer.value;
  }
  protected noted = async (): Promise<void> => {
    await this.load();
    this.told = diaryWords(this.locale).saved;
  };
  protected entry() {
    return html`<patto-diary-note
      case-id=${this.caseId}
      .locale=${this.locale}
      .session=${this.session}
      .diary=${this.diary}
      @patto-noted=${this.noted}
    ></patto-diary-note>`;
  }
  protected notes() {
    return html`<patto-diary-notes
      case-id=${this.caseId}
      .locale=${this.locale}
      .session=${this.session}
      .diary=${this.diary}
      @patto-noted=${() => this.load()}
    ></patto-diary-notes>`;
  }
  protected state() {
    const say = diaryWords(this.locale);
    return html`${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      <p class=${this.told ? 'notice good' : 'hidden-text'} role="status">${this.told}</p>
      ${!this.diary && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}`;
  }
}

/** In the case: the latest notes, and writing one. */
@customElement('patto-diary-card')
export class DiaryCard extends DiaryView {
  protected override wanted = { limit: '3' };
  @state() private writing = false;

  override render() {
    const say = diaryWords(this.locale);
    const { diary } = this;
    return html`<section class="card stack" aria-labelledby="diary">
      <div class="spread">
        <h2 id="diary">${say.diary}</h2>
        <div class="cluster">
          ${diary && diary.total > 0 ? html`<a href="#/diary/${this.caseId}" data-whole>${say.whole} (${diary.total})</a>` : nothing}
          ${
            diary?.writes
              ? html`<button
                  aria-expanded=${this.writing}
                  @click=${() => (this.writing = !this.writing)}
                  data-write
                >
                  ${say.write}
                </button>`
              : nothing
          }
        </div>
      </div>
      ${this.state()} ${this.writing ? this.entry() : nothing}
      ${diary?.total === 0 ? html`<p class="hint">${say.none}</p>` : this.notes()}
    </section>`;
  }
  protected override noted = async (): Promise<void> => {
    await this.load();
    this.writing = false;
    this.told = diaryWords(this.locale).saved;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-write]')?.focus();
  };
}

/** #/diary/<case>: all of it, with filters. */
@customElement('patto-desk-diary')
export class DiaryScreen extends DiaryView {
  private filter(event: Event): void {
    const form = (event.target as HTMLElement).closest('form');
    if (!form) return;
    event.preventDefault();
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const days = { from: isoOf(text('from')), to: isoOf(text('to')) };
    this.wanted = Object.fromEntries(
      Object.entries({ kind: text('kind'), person: text('person'), by: text('by'), ...days }).filter(
        (one): one is [string, string] => Boolean(one[1]),
      ),
    );
    this.told = '';
    void this.load();
  }
  private choice(
    name: string,
    label: string,
    rows: readonly { readonly id: string; readonly title: string }[],
  ) {
    return html`<div>
      <label for=${name}>${label}</label
      ><select id=${name} name=${name}>
        <option value="">${diaryWords(this.locale).all}</option>
        ${rows.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </select>
    </div>`;
  }
  private day(name: 'from' | 'to') {
    const say = diaryWords(this.locale);
    return html`<div>
      <label for=${name}>${say[name]}</label
      ><input
        id=${name}
        name=${name}
        inputmode="numeric"
        autocomplete="off"
        placeholder=${say.dayHint}
        pattern="\\d{1,2}/\\d{1,2}/\\d{4}"
      />
    </div>`;
  }

  override render() {
    const say = diaryWords(this.locale);
    const { diary } = this;
    const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
      rows.map(({ id, name }) => ({ id, title: name }));
    return html`<p><a href="#/case/${this.caseId}">← ${say.backToCase}</a></p>
      <div class="stack">
        <h1>${say.diary}</h1>
        ${this.state()}
        ${
          diary
            ? html`${
                  diary.writes
                    ? html`<section class="card" aria-labelledby="write">
                        <h2 id="write">${say.write}</h2>
                        ${this.entry()}
                      </section>`
                    : nothing
                }
                <section class="card stack" aria-label=${say.notes}>
                  <form class="filters" @submit=${this.filter}>
                    ${this.choice('kind', say.kind, diary.kinds)}
                    ${this.choice('person', say.person, named(diary.members))}
                    ${this.choice('by', say.by, named(diary.authors))} ${this.day('from')} ${this.day('to')}
                    <div><button>${say.filter}</button></div>
                  </form>
                  <p class="hint" role="status">${diary.total} ${diary.total === 1 ? say.note : say.notes}</p>
                  ${
                    diary.total === 0
                      ? html`<p>${Object.keys(this.wanted).length > 0 ? say.noneFit : say.none}</p>`
                      : this.notes()
                  }
                  ${
                    diary.next
                      ? html`<p><button @click=${() => this.load(diary.next)}>${say.more}</button></p>`
                      : nothing
                  }
                </section>`
            : nothing
        }
      </div>`;
  }
}
