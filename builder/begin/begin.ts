// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Answer } from '../../runtime/elements/kit/http.ts';
import type { Definition } from '../../schemas/types.ts';
import { type ListedDefinition, copyDefinition, copyModel, createDefinition, freeId } from '../api.ts';
import { Part } from '../parts/part.ts';
import './copy.ts';
import './title.ts';

type Way = 'model' | 'copy' | 'import';

/** Four ways to begin a form. One is a title and nothing else; the others open below their cards, one at a time. */
@customElement('patto-builder-begin')
export class PattoBuilderBegin extends Part {
  @property({ attribute: false }) items: readonly ListedDefinition[] = [];
  @state() private way: Way | undefined;
  @state() private wrong = '';
  @state() private busy = false;

  /** Makes a definition under a free id and opens it; what the server says otherwise. */
  private async make(title: string, create: (id: string) => Promise<Answer<unknown>>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.wrong = '';
    const id = freeId(
      title,
      this.items.map((item) => item.id),
    );
    const answer = await create(id);
    this.busy = false;
    if (answer.ok) this.tell('builder-open', { id });
    else this.wrong = answer.problem.title;
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

  private async open(way: Way): Promise<void> {
    this.way = this.way === way ? undefined : way;
    this.wrong = '';
    // What reads files is fetched when somebody wants to import.
    if (way === 'import') await import('./import.ts');
    await this.updateComplete;
    if (this.way) this.querySelector<HTMLElement>('[data-way] h3')?.focus();
  }

  private card(way: Way): TemplateResult {
    const { say } = this;
    const open = this.way === way;
    return html`<div class="card" data-card=${way}>
      <h3>${say(`begin.${way}`)}</h3>
      <p class="hint">${say(`begin.${way}-about`)}</p>
      <button
        class=${way === 'model' ? 'primary' : ''}
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls=${open ? `way-${way}` : nothing}
        @click=${() => this.open(way)}
      >
        ${open ? say('begin.close') : say(`begin.${way}-open`)}
        <span class="hidden-text">${open ? say(`begin.${way}`) : ''}</span>
      </button>
    </div>`;
  }

  private chosen(): TemplateResult | typeof nothing {
    const { say, way } = this;
    if (!way) return nothing;
    const body =
      way === 'import'
        ? html`<patto-builder-import
            .language=${this.language}
            .busy=${this.busy}
            @begin-import=${({ detail }: CustomEvent<Definition>) =>
              this.make(detail.title, (id) => createDefinition({ ...detail, id }))}
          ></patto-builder-import>`
        : html`<patto-builder-copy
            .language=${this.language}
            .from=${way}
            .items=${this.items}
            .busy=${this.busy}
            @begin-copy=${({ detail }: CustomEvent<{ of: string; title: string }>) =>
              this.make(detail.title, (id) =>
                (way === 'model' ? copyModel : copyDefinition)(detail.of, id, detail.title),
              )}
          ></patto-builder-copy>`;
    return html`<section class="card way" id="way-${way}" data-way=${way} aria-labelledby="way-title">
      <h3 id="way-title" tabindex="-1">${say(`begin.${way}`)}</h3>
      ${body}
    </section>`;
  }

  override render() {
    const { say } = this;
    return html`<section class="begin" aria-labelledby="begin-title">
      <h2 id="begin-title">${say('begin.title')}</h2>
      <div class="cards">
        ${this.card('model')}${this.items.length > 0 ? this.card('copy') : nothing}
        <form
          class="card"
          data-new
          novalidate
          @begin-title=${({ detail }: CustomEvent<string>) =>
            this.make(detail, (id) => createDefinition(this.empty(id, detail)))}
        >
          <h3>${say('list.new')}</h3>
          <p class="hint">${say('list.new-about')}</p>
          <patto-builder-title
            .language=${this.language}
            name="new"
            .action=${say('list.create')}
          ></patto-builder-title>
        </form>
        ${this.card('import')}
      </div>
      ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing} ${this.chosen()}
    </section>`;
  }
}
