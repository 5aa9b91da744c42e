// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { fileChoice } from '../../../runtime/elements/kit/file-choice.ts';
import type { ListRow } from '../../../schemas/types.ts';
import { freeId } from '../../api.ts';
import { type ListedList, dropList, listOf, listsOf, saveList } from '../../api-lists.ts';
import type { Bench } from '../../commands/contract.ts';
import { rowsFromText, rowsToCsv } from '../../exchange/list-rows.ts';
import { dayText, readDay } from '../../parts/moment.ts';
import { Part } from '../../parts/part.ts';

/** Longer lists are changed in a spreadsheet and taken back. */
const MANY = 300;

interface Unsaved {
  readonly rev: number;
  readonly rows: readonly ListRow[];
}
const placeOf = (name: string): string => `patto:list:${name}`;

function unsavedRows(name: string): Unsaved | undefined {
  try {
    return (JSON.parse(localStorage.getItem(placeOf(name)) ?? 'null') as Unsaved | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function keepRows(name: string, unsaved: Unsaved | undefined): void {
  try {
    if (unsaved) localStorage.setItem(placeOf(name), JSON.stringify(unsaved));
    else localStorage.removeItem(placeOf(name));
  } catch {
    // A device that keeps nothing: the rows stay on the page.
  }
}

/** The lists and registers that questions choose from: rows, order, from when to when. */
@customElement('patto-builder-lists')
export class PattoBuilderLists extends Part {
  @property({ attribute: false }) bench!: Bench;
  @state() private lists: readonly ListedList[] | undefined;
  @state() private failed = '';
  @state() private wrong = '';
  @state() private name = '';
  @state() private rows: readonly ListRow[] = [];
  /** what is on the server */
  private saved: readonly ListRow[] = [];
  private named = '';
  private rev = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failed = '';
    const answer = await listsOf();
    if (!answer.ok) {
      this.failed = answer.problem.title;
      return;
    }
    this.lists = answer.value.items;
    const { name: form } = this.bench.editing;
    // The form's own lists are what somebody comes here for.
    const used = this.lists.find(({ usedBy }) => usedBy.some(({ id }) => id === form));
    if (this.name === '') await this.pick((used ?? this.lists[0])?.name ?? '');
  }

  private async pick(name: string): Promise<void> {
    this.wrong = '';
    const answer = name === '' ? undefined : await listOf(name);
    if (answer && !answer.ok) {
      this.wrong = answer.problem.title;
      return;
    }
    this.name = name;
    this.saved = answer?.value.rows ?? [];
    this.named = answer?.value.title ?? '';
    this.rev = answer?.value.rev ?? 0;
    // Changed before, and never saved: somebody has gone on to another list or view, or closed the page.
    const kept = unsavedRows(name);
    this.rows = kept?.rows ?? this.saved;
    if (!kept) return;
    // Whoever saved meanwhile is not overwritten: the server compares with what this was made from.
    this.rev = kept.rev;
    this.bench.tellPerson(this.say('lists.found-again'));
  }

  override updated(): void {
    if (this.name === '') return;
    keepRows(this.name, this.rows === this.saved ? undefined : { rev: this.rev, rows: this.rows });
  }

  private async save(): Promise<void> {
    const answer = await saveList(this.name, this.rev, this.named || this.name, this.rows);
    this.wrong = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    this.rev = answer.value.rev;
    this.saved = this.rows;
    this.bench.tellPerson(this.say('lists.saved'));
    this.requestUpdate();
    await this.load();
  }

  private async giveBack(): Promise<void> {
    const answer = await dropList(this.name, this.rev);
    this.wrong = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    this.bench.tellPerson(this.say('lists.given-back'));
    this.name = '';
    await this.load();
  }

  private make(): void {
    const title = this.querySelector<HTMLInputElement>('#list-new')?.value.trim() ?? '';
    if (title === '') return this.querySelector<HTMLElement>('#list-new')?.focus();
    const name = freeId(
      title,
      (this.lists ?? []).map((one) => one.name),
    );
    this.lists = [...(this.lists ?? []), { name, register: false, own: true, rows: 0, usedBy: [] }];
    this.name = name;
    this.named = title;
    this.rev = 0;
    this.rows = [];
    this.saved = this.rows;
  }

  private set(place: number, column: string, value: string | undefined): void {
    this.rows = this.rows.map((row, index) => {
      if (index !== place) return row;
      const { [column]: _old, ...rest } = row;
      return (value === undefined ? rest : { ...row, [column]: value }) as ListRow;
    });
  }

  private async move(place: number, by: -1 | 1): Promise<void> {
    const [row, other] = [this.rows[place], this.rows[place + by]];
    if (!row || !other) return;
    this.rows = this.rows.map((one, index) => (index === place ? other : index === place + by ? row : one));
    this.bench.tellPerson(
      this.say('lists.moved', { title: row.title, position: place + by + 1, total: this.rows.length }),
    );
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-row="${place + by}"] [data-move="${by}"]`)?.focus();
  }

  private async add(): Promise<void> {
    const id = freeId(
      this.say('lists.new-id'),
      this.rows.map((row) => row.id),
    );
    this.rows = [...this.rows, { id, title: '' }];
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-row="${this.rows.length - 1}"] [data-cell="title"]`)?.focus();
  }

  private async drop(place: number): Promise<void> {
    const gone = this.rows[place];
    this.rows = this.rows.filter((_row, index) => index !== place);
    this.bench.tellPerson(this.say('lists.removed', { title: gone?.title ?? '' }));
    await this.updateComplete;
    const next = this.querySelector<HTMLElement>(
      `[data-row="${Math.min(place, this.rows.length - 1)}"] [data-remove]`,
    );
    (next ?? this.querySelector<HTMLElement>('[data-add-row]'))?.focus();
  }

  private take(text: string): void {
    const rows = rowsFromText(text, this.rows);
    if (rows.length === 0) {
      this.wrong = this.say('lists.nothing-in-it');
      return;
    }
    this.wrong = '';
    this.rows = rows;
    this.bench.tellPerson(this.say('lists.taken', { count: rows.length }));
  }

  private download(): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([rowsToCsv(this.rows)], { type: 'text/csv;charset=utf-8' }));
    link.download = `${this.name}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  private cell(
    row: ListRow,
    place: number,
    column: 'id' | 'title' | 'valid_from' | 'valid_to',
  ): TemplateResult {
    const day = column.startsWith('valid');
    const kept = row[column];
    const text = typeof kept === 'string' ? (day ? dayText(kept) : kept) : '';
    const label = this.say('lists.cell', { column: this.say(`lists.${column}`), row: place + 1 });
    return html`<input
      data-cell=${column}
      aria-label=${label}
      maxlength=${day ? 10 : 500}
      placeholder=${day ? this.say('plan.form') : ''}
      ?readonly=${this.bench.readonly}
      .value=${live(text)}
      @change=${(event: Event) => {
        const value = (event.target as HTMLInputElement).value.trim();
        const date = day ? readDay(value) : value;
        this.wrong = day && value !== '' && date === undefined ? this.say('plan.no-day') : '';
        this.set(place, column, value === '' && day ? undefined : (date ?? value));
      }}
    />`;
  }

  private row(row: ListRow, place: number): TemplateResult {
    const { say } = this;
    const button = (by: -1 | 1) =>
      html`<button
        class="quiet small icon"
        data-move=${by}
        aria-label=${say(by < 0 ? 'lists.up' : 'lists.down', { title: row.title })}
        ?disabled=${place + by < 0 || place + by >= this.rows.length}
        @click=${() => this.move(place, by)}
      >
        ${by < 0 ? '↑' : '↓'}
      </button>`;
    return html`<tr data-row=${place}>
      ${(['id', 'title', 'valid_from', 'valid_to'] as const).map((column) => html`<td>${this.cell(row, place, column)}</td>`)}
      ${
        this.bench.readonly
          ? nothing
          : html`<td class="tools">
              ${button(-1)}${button(1)}<button
                class="quiet small icon"
                data-remove
                aria-label=${say('lists.remove', { title: row.title })}
                @click=${() => this.drop(place)}
              >
                ✕
              </button>
            </td>`
      }
    </tr>`;
  }

  private table(): TemplateResult {
    const { say, rows, bench } = this;
    if (rows.length > MANY) return html`<p>${say('lists.long', { count: rows.length })}</p>`;
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${say('lists.rows')}>
        <table class="compare rows">
          <thead>
            <tr>
              ${(['id', 'title', 'valid_from', 'valid_to'] as const).map((column) => html`<th scope="col">${say(`lists.${column}`)}</th>`)}
              ${bench.readonly ? nothing : html`<th scope="col">${say('lists.tools')}</th>`}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row, place) => this.row(row, place))}
          </tbody>
        </table>
      </div>
      ${bench.readonly ? nothing : html`<p><button class="small" data-add-row @click=${this.add}>+ ${say('lists.add-row')}</button></p>`}`;
  }

  private exchange(): TemplateResult {
    const { say, bench } = this;
    return html`<details class="ask">
      <summary>${say('lists.exchange')}</summary>
      <p><button class="small" data-csv @click=${this.download}>${say('lists.csv')}</button></p>
      ${
        bench.readonly
          ? nothing
          : html`<div>
                ${fileChoice({
                  id: 'list-file',
                  title: say('lists.file'),
                  choose: say('lists.choose'),
                  chosen: '',
                  accept: '.csv,text/csv',
                  again: true,
                  change: async (file) => {
                    if (file) this.take(await file.text());
                  },
                })}
              </div>
              <div>
                <label for="list-paste">${say('lists.paste')}</label>
                <textarea id="list-paste" rows="4" aria-describedby="list-paste-help"></textarea>
                <p class="hint" id="list-paste-help">${say('lists.paste-help')}</p>
              </div>
              <button
                class="small"
                data-paste
                @click=${() => this.take(this.querySelector<HTMLTextAreaElement>('#list-paste')?.value ?? '')}
              >
                ${say('lists.paste-do')}
              </button>`
      }
    </details>`;
  }

  private saving(list: ListedList): TemplateResult | typeof nothing {
    const { say, bench } = this;
    if (bench.readonly) return nothing;
    const changed = this.rows !== this.saved;
    return html`<div class="cluster">
      <button class="primary" data-save-list ?disabled=${!changed} @click=${this.save}>
        ${say('lists.save')}
      </button>
      ${
        changed
          ? html`<button
              data-undo-list
              @click=${() => {
                keepRows(this.name, undefined);
                void this.pick(this.name);
              }}
            >
              ${say('lists.undo')}
            </button>`
          : nothing
      }
      ${list.own && this.rev > 0 && !changed ? html`<button data-give-back @click=${this.giveBack}>${say('lists.give-back')}</button>` : nothing}
    </div>`;
  }

  override render() {
    const { say, lists, name, bench } = this;
    if (this.failed)
      return html`<div class="card">
        <p class="notice bad" role="alert">${this.failed}</p>
        <button @click=${this.load}>${say('error.retry')}</button>
      </div>`;
    if (!lists) return html`<p role="status">${say('view.loading')}</p>`;
    const list = lists.find((one) => one.name === name);
    return html`<section class="card" aria-labelledby="lists-title">
      <h2 id="lists-title" tabindex="-1">${say('view.lists')}</h2>
      <p class="hint">${say('lists.help')}</p>
      <div class="languages">
        <div>
          <label for="list">${say('lists.which')}</label>
          <select id="list" @change=${(event: Event) => this.pick((event.target as HTMLSelectElement).value)}>
            ${lists.map(
              (one) =>
                html`<option value=${one.name} ?selected=${one.name === name}>
                  ${one.name} (${one.rows})${one.own ? ` · ${say('lists.own')}` : ''}
                </option>`,
            )}
          </select>
        </div>
        ${
          bench.readonly
            ? nothing
            : html`<details class="ask">
                <summary>${say('lists.new')}</summary>
                <div class="pair-of">
                  <div>
                    <label for="list-new">${say('lists.name')}</label>
                    <input id="list-new" maxlength="60" autocomplete="off" />
                  </div>
                  <button data-make-list @click=${this.make}>${say('lists.make')}</button>
                </div>
              </details>`
        }
      </div>
      ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing}
      ${
        list
          ? html`<p>
                ${
                  list.usedBy.length === 0
                    ? say('lists.unused')
                    : say('lists.used', { forms: list.usedBy.map(({ title }) => title).join(', ') })
                }
              </p>
              ${this.table()} ${this.exchange()} ${this.saving(list)}`
          : nothing
      }
    </section>`;
  }
}
