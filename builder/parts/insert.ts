// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import { addField, addNote, addPage, addSection } from '../edit/add.ts';
import type { Catalogue, Edited, Handle, Place } from '../edit/contract.ts';
import { type PactWords, addPactLists } from '../edit/ready-made.ts';
import { titleOf } from '../edit/references.ts';
import { readTree } from '../edit/tree.ts';
import type { Word } from '../words.ts';
import { Asking } from './asking.ts';
import { drawnBlank } from './drawn.ts';
import './grid-maker.ts';

const boxes = ['page', 'section', 'note'] as const;

/** Everything that can be put in at a place: boxes, ready-made things, a question of each type. Fires builder-put. */
@customElement('patto-builder-insert')
export class PattoBuilderInsert extends Asking {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @state() private handle: Handle = '';
  @state() private words = '';
  @state() private making = false;

  async ask(handle: Handle): Promise<void> {
    this.handle = handle;
    this.words = '';
    this.making = false;
    await this.appear('#insert-filter');
  }

  /** Pages and sections take it in, after anything else it stands. */
  private place(): Place {
    const { handle } = this;
    if (handle.startsWith('page:') || handle.startsWith('section:')) return { into: handle };
    if (handle !== '') return { after: handle };
    const last = readTree(this.definition).at(-1);
    return { into: last?.kind === 'page' ? last.handle : '' };
  }

  private where(): string {
    const { say, definition } = this;
    const place = this.place();
    const at = 'into' in place ? place.into : this.handle;
    if (at === '') return say('insert.at-end');
    return say('into' in place ? 'insert.into' : 'insert.after', { title: titleOf(definition, at) });
  }

  private put(edited: Edited): void {
    this.hide();
    this.dispatchEvent(new CustomEvent('builder-put', { detail: edited }));
  }

  private box(kind: (typeof boxes)[number]): Edited {
    const { say, definition } = this;
    if (kind === 'note') return addNote(definition, this.place(), say('new.note'));
    if (kind === 'section') return addSection(definition, this.place(), say('new.section'));
    const pages = readTree(definition).filter((node) => node.kind === 'page').length;
    const page = this.handle.startsWith('page:') ? this.handle : undefined;
    const number = Math.max(2, pages + 1);
    return addPage(definition, page, say('new.page', { number }), say('new.page', { number: 1 }));
  }

  private lists(): Edited {
    const names = ['objectives', 'results', 'commitments', 'what', 'objective', 'result', 'by', 'who'];
    const words = Object.fromEntries(names.map((name) => [name, this.say(`pact.${name}` as Word)]));
    return addPactLists(this.definition, this.place(), words as unknown as PactWords);
  }

  private choice(name: string, what: string, about: string, act: () => void, beside: unknown = nothing) {
    return html`<li>
      <button data-insert=${name} @click=${act}>
        <span><b>${what}</b><small>${about}</small></span> ${beside}
      </button>
    </li>`;
  }

  private types(): TemplateResult {
    const { catalogue, language, say } = this;
    const wanted = this.words.trim().toLowerCase();
    const shown = catalogue.names.filter((type) => {
      const words = catalogue.words.get(type);
      const text = `${words?.name[language] ?? ''} ${words?.about[language] ?? ''}`.toLowerCase();
      return text.includes(wanted) && catalogue.settings.has(type);
    });
    if (shown.length === 0) return html`<p role="status">${say('insert.none')}</p>`;
    return html`<ul class="types inserts">
      ${shown.map((type) => {
        const words = catalogue.words.get(type);
        const put = () => this.put(addField(this.definition, this.place(), say('insert.new-question'), catalogue, type)); // prettier-ignore
        const blank = catalogue.settings.get(type)?.blank ?? {};
        return this.choice(type, words?.name[language] ?? type, words?.about[language] ?? '', put, drawnBlank(blank, say)); // prettier-ignore
      })}
    </ul>`;
  }

  private menu(): TemplateResult {
    const { say } = this;
    const ready = html`${this.choice('grid', say('insert.grid'), say('insert.grid-about'), () => void this.make(true))}
    ${this.choice('pact', say('insert.pact'), say('insert.pact-about'), () => this.put(this.lists()))}`;
    return html`<p class="hint">${this.where()}</p>
      <h3>${say('insert.boxes')}</h3>
      <ul class="types inserts">
        ${boxes.map((kind) => this.choice(kind, say(`insert.${kind}`), say(`insert.${kind}-about`), () => this.put(this.box(kind))))}
      </ul>
      <h3>${say('insert.ready')}</h3>
      <ul class="types inserts">
        ${ready}
      </ul>
      <h3 id="insert-types">${say('insert.questions')}</h3>
      <input
        id="insert-filter"
        type="search"
        aria-label=${say('insert.filter')}
        placeholder=${say('insert.filter')}
        .value=${this.words}
        @input=${(event: Event) => {
          this.words = (event.target as HTMLInputElement).value;
        }}
      />
      ${this.types()}`;
  }

  private async make(making: boolean): Promise<void> {
    this.making = making;
    await this.updateComplete;
    this.querySelector<HTMLElement>(making ? '#grid-title' : '#insert-filter')?.focus();
  }

  override render() {
    if (!this.open) return nothing;
    const { say } = this;
    const heading = say(this.making ? 'insert.grid' : 'insert.title');
    return html`<patto-dialog heading=${heading} close-label=${say('close')} @close=${this.gone}>
      ${
        this.making
          ? html`<patto-builder-grid-maker
              .definition=${this.definition}
              .place=${this.place()}
              .language=${this.language}
              @builder-put=${(event: CustomEvent<Edited>) => this.put(event.detail)}
              @builder-back=${() => this.make(false)}
            ></patto-builder-grid-maker>`
          : this.menu()
      }
      <button slot="actions" @click=${() => this.hide()}>${say('cancel')}</button>
    </patto-dialog>`;
  }
}
