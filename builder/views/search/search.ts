// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../../schemas/types.ts';
import { listDefinitions, openDefinition } from '../../api.ts';
import type { Catalogue } from '../../edit/contract.ts';
import { type Hit, search } from '../../edit/search.ts';
import { Part } from '../../parts/part.ts';
import { whenShown } from '../../parts/phrase.ts';

/** As many as are listed; more words make fewer. */
const MOST = 50;

/** Words looked for in this form, or in all forms of the district. Enter goes to the first, arrows walk the list. */
@customElement('patto-builder-search')
export class PattoBuilderSearch extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @state() private words = '';
  @state() private everywhere = false;
  /** every form of the district, once somebody has asked for them */
  @state() private all: readonly Definition[] | undefined;
  @state() private failed = '';

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('#search-words')?.focus();
  }

  private async look(everywhere: boolean): Promise<void> {
    this.everywhere = everywhere;
    if (!everywhere || this.all) return;
    this.failed = '';
    const list = await listDefinitions();
    if (!list.ok) return void (this.failed = list.problem.title);
    const opened = await Promise.all(list.value.items.map(({ id }) => openDefinition(id)));
    this.all = opened.flatMap((answer) => (answer.ok ? [answer.value.definition] : []));
  }

  private hits(definition: Definition): readonly Hit[] {
    return search(definition, this.words, (handle) =>
      whenShown(definition, handle, this.catalogue, this.language),
    );
  }

  private pressed(event: KeyboardEvent): void {
    const found = [...this.querySelectorAll<HTMLElement>('[data-hit]')];
    const at = found.indexOf(event.target as HTMLElement);
    const field = this.querySelector<HTMLElement>('#search-words');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const to = at + (event.key === 'ArrowDown' ? 1 : -1);
      (to < 0 ? field : found[Math.min(to, found.length - 1)])?.focus();
    } else if (event.key === 'Enter' && event.target === field) {
      event.preventDefault();
      found[0]?.click();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.tell('builder-view', { view: 'search' });
    }
  }

  private hit(definition: Definition, { handle, title, in: place, text }: Hit): TemplateResult {
    const inside = html`<b>${title}</b>
      ${place === 'title' ? nothing : html`<small>${this.say(`found.${place}`)}: ${text}</small>`}`;
    return html`<li>
      ${
        definition === this.definition
          ? html`<button data-hit=${handle} @click=${() => this.tell('builder-go', { handle })}>
              ${inside}
            </button>`
          : html`<a class="button" data-hit=${handle} href="#/${definition.id}">${inside}</a>`
      }
    </li>`;
  }

  private found(): TemplateResult {
    const { say, definition, words, everywhere } = this;
    if (this.failed) return html`<p class="notice bad" role="alert">${this.failed}</p>`;
    if (everywhere && !this.all) return html`<p role="status">${say('search.loading')}</p>`;
    // The form at hand as it is now, not as it was saved.
    const forms = everywhere ? this.all!.map((each) => (each.id === definition.id ? definition : each)) : [definition]; // prettier-ignore
    const hits = forms.map((form) => ({ form, list: this.hits(form) })).filter(({ list }) => list.length > 0);
    const count = hits.reduce((sum, { list }) => sum + list.length, 0);
    const told = words.trim() === '' ? say('search.about') : say(count === 1 ? 'search.one' : 'search.count', { count }); // prettier-ignore
    let left = MOST;
    return html`<p class="hint" role="status" data-count=${count}>${told}</p>
      ${hits.map(({ form, list }) => {
        const shown = list.slice(0, Math.max(0, left));
        left -= shown.length;
        if (shown.length === 0) return nothing;
        return html`${everywhere ? html`<h3>${form.title}</h3>` : nothing}
          <ul class="types inserts hits">
            ${shown.map((each) => this.hit(form, each))}
          </ul>`;
      })}`;
  }

  override render() {
    const { say } = this;
    const tab = (everywhere: boolean) =>
      html`<button
        class="small"
        data-everywhere=${everywhere}
        aria-pressed=${this.everywhere === everywhere}
        @click=${() => this.look(everywhere)}
      >
        ${say(everywhere ? 'search.all' : 'search.here')}
      </button>`;
    return html`<section class="card" aria-labelledby="search-title" @keydown=${this.pressed}>
      <h2 id="search-title">${say('search.title')}</h2>
      <label for="search-words">${say('search.words')}</label>
      <input
        id="search-words"
        type="search"
        autocomplete="off"
        @input=${(event: Event) => {
          this.words = (event.target as HTMLInputElement).value;
        }}
      />
      <div class="cluster pair" role="group" aria-label=${say('search.where')}>
        ${tab(false)} ${tab(true)}
      </div>
      ${this.found()}
    </section>`;
  }
}
