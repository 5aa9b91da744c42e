// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Definition } from '../../../schemas/types.ts';
import { lifeOf, versionOf } from '../../api-life.ts';
import type { Bench } from '../../commands/contract.ts';
import type { Handle } from '../../edit/contract.ts';
import { titleOf } from '../../edit/references.ts';
import {
  type Memory,
  type Row,
  addLanguage,
  dropLeftovers,
  isLanguage,
  leftovers,
  memoryOf,
  removeLanguage,
  rowsOf,
  setTranslation,
} from '../../edit/translate.ts';
import { toCsv, toXliff } from '../../exchange/translations.ts';
import { Part } from '../../parts/part.ts';
import './intake.ts';
import { common, directionOf, languageName } from './languages.ts';

/** So many texts at first; a long form is translated page by page. */
const portion = 120;
/** So many versions tell what a translation was made from. */
const remembered = 8;
const filters = ['all', 'missing', 'stale'] as const;

/** Every text of the form beside its translation. */
@customElement('patto-builder-translations')
export class PattoBuilderTranslations extends Part {
  @property({ attribute: false }) bench!: Bench;
  /** the language that is open */
  @state() private chosen = '';
  @state() private filter: (typeof filters)[number] = 'all';
  /** '*' are all pages */
  @state() private page: Handle = '*';
  @state() private most = portion;
  @state() private versions: readonly Definition[] = [];
  /** keys that a filter would drop while they are worked at */
  private touched: ReadonlySet<string> = new Set();
  private known: { of: readonly Definition[]; language: string; memory: Memory } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.remember();
  }

  private async remember(): Promise<void> {
    const { name } = this.bench.editing;
    const life = await lifeOf(name);
    if (!life.ok) return;
    const numbers = life.value.versions.slice(0, remembered).map(({ number }) => number);
    const all = await Promise.all(numbers.reverse().map((number) => versionOf(name, number)));
    this.versions = all.flatMap((one) => (one.ok ? [one.value.source] : []));
  }

  private get definition(): Definition {
    return this.bench.editing.now;
  }

  private languages(): readonly string[] {
    return Object.keys(this.definition.translations ?? {});
  }

  private memory(language: string): Memory {
    const { known, versions } = this;
    if (known?.of === versions && known.language === language) return known.memory;
    const memory = memoryOf(versions, language);
    this.known = { of: versions, language, memory };
    return memory;
  }

  private nameOf(code: string): string {
    return languageName(code, this.language, this.say('translate.plain'));
  }

  private pick(language: string): void {
    this.chosen = language;
    this.page = '*';
    this.most = portion;
    this.touched = new Set();
  }

  private add(): void {
    const select = this.querySelector<HTMLSelectElement>('#new-language');
    const other = this.querySelector<HTMLInputElement>('#other-language');
    const code = (select?.value === 'other' ? other?.value.trim() : select?.value) ?? '';
    if (!isLanguage(code) || code === 'it') {
      this.bench.tellPerson(this.say('translate.no-language'));
      (other ?? select)?.focus();
      return;
    }
    this.bench.keep(addLanguage(this.definition, code));
    this.pick(code);
  }

  private write(row: Row, event: Event): void {
    const text = (event.target as HTMLTextAreaElement).value;
    this.touched = new Set([...this.touched, row.key]);
    const edited = setTranslation(this.definition, this.chosen, row, text);
    this.tell('builder-edit', { edited, topic: `translation:${this.chosen}:${row.key}` });
  }

  /** Enter goes to the next text, as in a table; with Shift it is a new line. */
  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const all = [...this.querySelectorAll<HTMLTextAreaElement>('textarea[data-key]')];
    all[all.indexOf(event.target as HTMLTextAreaElement) + 1]?.focus();
  }

  private save(kind: 'csv' | 'xlf', rows: readonly Row[]): void {
    const place = (row: Row): string => this.place(row);
    const text = kind === 'csv' ? toCsv(rows, place) : toXliff(this.definition, this.chosen, rows, place);
    const link = document.createElement('a');
    const type = kind === 'csv' ? 'text/csv' : 'application/xliff+xml';
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = `${this.definition.id}-${this.chosen}.${kind}`;
    link.click();
    URL.revokeObjectURL(link.href);
    this.bench.tellPerson(this.say('translate.saved', { name: link.download }));
  }

  /** 'Abitazione › Canone mensile, aiuto' */
  private place({ page, handle, part }: Row): string {
    // A text among the questions has no other name than itself.
    const titles = [...new Set([page, part === 'note' ? '' : handle])].filter((one) => one !== '');
    const names = titles.map((one) => titleOf(this.definition, one));
    return `${names.join(' › ') || this.say('problem.form')}, ${this.say(`translate.${part}`)}`;
  }

  private choosing(languages: readonly string[]): TemplateResult {
    const { say, bench } = this;
    const left = common.filter((code) => !languages.includes(code));
    return html`<div class="languages">
      ${
        languages.length === 0
          ? html`<p>${say('translate.none')}</p>`
          : html`<div>
              <label for="language">${say('translate.language')}</label>
              <select
                id="language"
                @change=${(event: Event) => this.pick((event.target as HTMLSelectElement).value)}
              >
                ${languages.map(
                  (code) =>
                    html`<option value=${code} ?selected=${code === this.chosen}>
                      ${this.nameOf(code)}
                    </option>`,
                )}
              </select>
            </div>`
      }
      ${
        bench.readonly
          ? nothing
          : html`<details class="ask" ?open=${languages.length === 0}>
              <summary>${say('translate.add')}</summary>
              <div class="pair-of">
                <div>
                  <label for="new-language">${say('translate.which')}</label>
                  <select id="new-language" @change=${() => this.requestUpdate()}>
                    ${left.map((code) => html`<option value=${code}>${this.nameOf(code)}</option>`)}
                    <option value="other">${say('translate.other')}</option>
                  </select>
                </div>
                ${
                  this.querySelector<HTMLSelectElement>('#new-language')?.value === 'other'
                    ? html`<div>
                        <label for="other-language">${say('translate.code')}</label>
                        <input
                          id="other-language"
                          class="day"
                          maxlength="20"
                          autocomplete="off"
                          placeholder="ti"
                        />
                      </div>`
                    : nothing
                }
                <button data-add-language @click=${this.add}>${say('translate.add-do')}</button>
              </div>
            </details>`
      }
    </div>`;
  }

  private exchange(rows: readonly Row[]): TemplateResult {
    const { say, bench } = this;
    const gone = leftovers(this.definition, this.chosen);
    return html`<details class="ask">
      <summary>${say('translate.exchange')}</summary>
      <div class="cluster">
        <button class="small" data-save="csv" @click=${() => this.save('csv', rows)}>
          ${say('translate.csv')}
        </button>
        <button class="small" data-save="xlf" @click=${() => this.save('xlf', rows)}>
          ${say('translate.xliff')}
        </button>
      </div>
      ${
        bench.readonly
          ? nothing
          : html`<patto-builder-intake
                .definition=${this.definition}
                .into=${this.chosen}
                .language=${this.language}
              ></patto-builder-intake>
              ${
                gone.length === 0
                  ? nothing
                  : html`<p>
                      ${say('translate.leftovers', { count: gone.length })}
                      <button
                        class="small"
                        data-tidy
                        @click=${() => bench.keep(dropLeftovers(this.definition, this.chosen))}
                      >
                        ${say('translate.tidy')}
                      </button>
                    </p>`
              }
              <p>
                <button
                  class="small danger"
                  data-remove-language
                  @click=${() => bench.keep(removeLanguage(this.definition, this.chosen))}
                >
                  ${say('translate.remove', { language: this.nameOf(this.chosen) })}
                </button>
              </p>`
      }
    </details>`;
  }

  private sieve(rows: readonly Row[]): TemplateResult {
    const { say } = this;
    const missing = (list: readonly Row[]): number =>
      list.filter(({ state: one }) => one === 'missing').length;
    const stale = rows.filter(({ state: one }) => one === 'stale').length;
    const counts = { all: rows.length, missing: missing(rows), stale };
    const pages = [...new Set(rows.map(({ page }) => page))];
    const named = (page: Handle): string => {
      const open = missing(rows.filter((row) => row.page === page));
      const title = page === '' ? say('problem.form') : titleOf(this.definition, page);
      return open === 0 ? title : `${title} · ${say('translate.open', { count: open })}`;
    };
    return html`<div class="sieve">
      <div class="pair" role="group" aria-label=${say('translate.show')}>
        ${filters.map(
          (filter) =>
            html`<button
              class="small"
              data-filter=${filter}
              aria-pressed=${this.filter === filter}
              @click=${() => {
                this.filter = filter;
                this.touched = new Set();
                this.most = portion;
              }}
            >
              ${say(`translate.filter-${filter}`, { count: counts[filter] })}
            </button>`,
        )}
      </div>
      <div>
        <label for="translate-page" class="hidden-text">${say('translate.page')}</label>
        <select
          id="translate-page"
          @change=${(event: Event) => {
            this.page = (event.target as HTMLSelectElement).value;
            this.most = portion;
          }}
        >
          <option value="*" ?selected=${this.page === '*'}>${say('translate.all-pages')}</option>
          ${pages.map((page) => html`<option value=${page} ?selected=${this.page === page}>${named(page)}</option>`)}
        </select>
      </div>
    </div>`;
  }

  private row(row: Row): TemplateResult {
    const { say, chosen, bench } = this;
    const note = `state-${encodeURIComponent(row.key)}`;
    return html`<li class="text ${row.state}" data-state=${row.state}>
      <div class="source">
        <span class="where">${this.place(row)}</span>
        <span lang="it">${row.text}</span>
      </div>
      <div class="target">
        <textarea
          rows=${row.text.length > 90 || row.translation.length > 90 ? 3 : 1}
          data-key=${row.key}
          lang=${chosen}
          dir=${directionOf(chosen)}
          maxlength="10000"
          aria-label=${say('translate.of', { text: row.text.slice(0, 120), language: this.nameOf(chosen) })}
          aria-describedby=${row.state === 'done' ? nothing : note}
          ?readonly=${bench.readonly}
          .value=${live(row.translation)}
          @input=${(event: Event) => this.write(row, event)}
          @keydown=${this.pressed}
          @blur=${() => this.tell('builder-settle', undefined)}
        ></textarea>
        ${
          row.state === 'missing'
            ? html`<span id=${note} class="hint">${say('translate.missing')}</span>`
            : row.state === 'stale'
              ? html`<span id=${note}
                  ><span class="badge warn">${say('translate.stale')}</span>
                  <span class="hint">${say('translate.was', { text: row.was ?? '' })}</span></span
                >`
              : nothing
        }
      </div>
    </li>`;
  }

  override render() {
    const { say } = this;
    const languages = this.languages();
    if (!languages.includes(this.chosen)) this.chosen = languages[0] ?? '';
    if (this.chosen === '')
      return html`<section class="card" aria-labelledby="translations-title">
        <h2 id="translations-title" tabindex="-1">${say('view.translations')}</h2>
        ${this.choosing(languages)}
      </section>`;
    const rows = rowsOf(this.definition, this.chosen, this.memory(this.chosen));
    const { filter, page, touched } = this;
    const seen = rows.filter(
      (row) =>
        (page === '*' || row.page === page) &&
        (filter === 'all' || row.state === filter || touched.has(row.key)),
    );
    return html`<section class="card" aria-labelledby="translations-title">
      <h2 id="translations-title" tabindex="-1">${say('view.translations')}</h2>
      ${this.choosing(languages)} ${this.exchange(rows)} ${this.sieve(rows)}
      <p class="hint">${say('translate.keys')}</p>
      ${seen.length === 0 ? html`<p role="status">${say('translate.nothing')}</p>` : nothing}
      <ul class="texts" aria-label=${say('translate.texts', { language: this.nameOf(this.chosen) })}>
        ${repeat(
          seen.slice(0, this.most),
          ({ key }) => `${this.chosen} ${key}`,
          (row) => this.row(row),
        )}
      </ul>
      ${
        seen.length > this.most
          ? html`<button
              data-more
              @click=${() => {
                this.most += portion;
              }}
            >
              ${say('translate.more', { count: seen.length - this.most })}
            </button>`
          : nothing
      }
    </section>`;
  }
}
