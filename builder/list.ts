// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ListedDefinition, listDefinitions } from './api.ts';
import './begin/begin.ts';
import { Part } from './parts/part.ts';

/** More forms than these are found by words. */
const MANY = 8;

/** Every definition of the district with its state, and the ways to begin a new one. */
@customElement('patto-builder-list')
export class PattoBuilderList extends Part {
  @property({ type: Boolean }) readonly = false;
  @state() private items: readonly ListedDefinition[] | undefined;
  @state() private failed = '';
  @state() private words = '';

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${this.say('list.title')} · Patto`;
    void this.load();
  }

  private async load(): Promise<void> {
    this.failed = '';
    const answer = await listDefinitions();
    if (answer.ok) this.items = answer.value.items;
    else this.failed = answer.problem.title;
  }

  private item(item: ListedDefinition): TemplateResult {
    const { say } = this;
    const date = new Date(item.changedAt).toLocaleDateString('it-IT', {
      timeZone: 'Europe/Rome',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    });
    return html`<li class="card">
      <div>
        <h3><a href="#/${item.id}" data-open=${item.id}>${item.title}</a></h3>
        <p class="hint">${say(`kind.${item.kind}`)} · ${say('list.changed-at', { date })}</p>
      </div>
      <div class="cluster">
        ${
          item.published === null
            ? html`<span class="badge">${say('state.draft')}</span>`
            : html`<span class="badge good">${say('state.published', { number: item.published })}</span>`
        }
        ${item.withdrawn ? html`<span class="badge warn">${say('state.withdrawn')}</span>` : nothing}
        ${item.published !== null && item.changed ? html`<span class="badge warn">${say('state.changed')}</span>` : nothing}
      </div>
    </li>`;
  }

  private existing(items: readonly ListedDefinition[]): TemplateResult {
    const { say } = this;
    if (items.length === 0) return html`<p class="notice">${say('list.empty')}</p>`;
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    const found = items.filter((item) => words.every((word) => item.title.toLowerCase().includes(word)));
    return html`<section aria-labelledby="existing">
      <h2 id="existing">${say('list.existing')}</h2>
      ${
        items.length > MANY
          ? html`<div class="search">
              <label for="search">${say('list.search')}</label>
              <input
                id="search"
                type="search"
                .value=${this.words}
                @input=${(event: Event) => {
                  this.words = (event.target as HTMLInputElement).value;
                }}
              />
            </div>`
          : nothing
      }
      ${found.length === 0 ? html`<p role="status">${say('list.none-found')}</p>` : nothing}
      <ul class="definitions">
        ${found.map((item) => this.item(item))}
      </ul>
    </section>`;
  }

  override render() {
    const { say, items } = this;
    if (this.failed)
      return html`<div class="card">
        <h1>${say('error.title')}</h1>
        <p class="notice bad" role="alert">${this.failed}</p>
        <button class="primary" @click=${this.load}>${say('error.retry')}</button>
      </div>`;
    if (!items) return html`<p role="status">${say('list.loading')}</p>`;
    return html`<div class="list">
      <h1>${say('list.title')}</h1>
      <p class="lead">${say('list.intro')}</p>
      <p><a href="#/district:office" data-district>${say('district.open')}</a></p>
      ${
        this.readonly
          ? nothing
          : html`<patto-builder-begin .language=${this.language} .items=${items}></patto-builder-begin>`
      }
      ${this.existing(items)}
    </div>`;
  }
}
