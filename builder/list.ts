// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Answer } from '../runtime/elements/kit/http.ts';
import type { Definition } from '../schemas/types.ts';
import { type ListedDefinition, copyDefinition, createDefinition, freeId, listDefinitions } from './api.ts';
import { Part } from './parts/part.ts';

/** More forms than these are found by words. */
const MANY = 8;

/** Every definition of the district with its state, and two ways to begin a new one. */
@customElement('patto-builder-list')
export class PattoBuilderList extends Part {
  @property({ type: Boolean }) readonly = false;
  @state() private items: readonly ListedDefinition[] | undefined;
  @state() private failed = '';
  @state() private words = '';
  @state() private wrong: { readonly on: 'new' | 'copy'; readonly text: string } | undefined;
  @state() private busy = false;

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

  private async make(
    event: Event,
    on: 'new' | 'copy',
    create: (id: string, title: string, form: FormData) => Promise<Answer<{ rev: number }>>,
  ): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const title = String(form.get('title') ?? '').trim();
    if (title === '') {
      this.wrong = { on, text: this.say('list.need-title') };
      element.querySelector<HTMLInputElement>('[name="title"]')?.focus();
      return;
    }
    this.busy = true;
    const id = freeId(
      title,
      (this.items ?? []).map((item) => item.id),
    );
    const answer = await create(id, title, form);
    this.busy = false;
    if (answer.ok) this.tell('builder-open', { id });
    else this.wrong = { on, text: answer.problem.title };
  }

  private empty(id: string, title: string): Definition {
    const page = this.say('new.page', { number: 1 });
    return {
      $schema: 'urn:patto:definition:1',
      kind: 'form',
      id,
      title,
      schema: { type: 'object', properties: {} },
      layout: [{ page: 'pagina_1', title: page, items: [] }],
    };
  }

  private titleInput(on: 'new' | 'copy'): TemplateResult {
    const wrong = this.wrong?.on === on ? this.wrong.text : '';
    return html`<div>
      <label for="title-${on}">${this.say('list.name')}</label>
      <input
        id="title-${on}"
        name="title"
        maxlength="500"
        autocomplete="off"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${wrong ? `wrong-${on}` : nothing}
      />
      ${wrong ? html`<p class="wrong" id="wrong-${on}" role="alert">${wrong}</p>` : nothing}
    </div>`;
  }

  private begin(items: readonly ListedDefinition[]): TemplateResult {
    const { say } = this;
    return html`<div class="begin">
      <form
        class="card"
        data-new
        novalidate
        @submit=${(event: Event) =>
          this.make(event, 'new', (id, title) => createDefinition(this.empty(id, title)))}
      >
        <h2>${say('list.new')}</h2>
        <p class="hint">${say('list.new-about')}</p>
        ${this.titleInput('new')}
        <button class="primary">${say('list.create')}</button>
      </form>
      ${
        items.length === 0
          ? nothing
          : html`<form
              class="card"
              data-copy
              novalidate
              @submit=${(event: Event) =>
                this.make(event, 'copy', (id, title, form) =>
                  copyDefinition(String(form.get('copy')), id, title),
                )}
            >
              <h2>${say('list.copy')}</h2>
              <p class="hint">${say('list.copy-about')}</p>
              <div>
                <label for="copy-which">${say('list.which')}</label>
                <select id="copy-which" name="copy">
                  ${items.map((item) => html`<option value=${item.id}>${item.title}</option>`)}
                </select>
              </div>
              ${this.titleInput('copy')}
              <button>${say('list.make-copy')}</button>
            </form>`
      }
    </div>`;
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
      ${this.readonly ? nothing : this.begin(items)} ${this.existing(items)}
    </div>`;
  }
}
