// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Definition } from '../../schemas/types.ts';
import { commands } from '../commands/index.ts';
import { keyOf } from '../commands/keys.ts';
import { addField, addNote, addPage, addSection } from '../edit/add.ts';
import type { Catalogue, Handle, Place } from '../edit/contract.ts';
import { isRequired } from '../edit/describe.ts';
import { wholeField } from '../edit/fields.ts';
import { titleOf } from '../edit/references.ts';
import { type TreeNode, readTree } from '../edit/tree.ts';
import { typeAt } from '../edit/type.ts';
import type { SaidFinding } from '../api.ts';
import type { Word } from '../words.ts';
import { Dragging } from './dragging.ts';
import { drawn } from './drawn.ts';
import { icons } from './icons.ts';
import { Part } from './part.ts';
import { whenShown } from './phrase.ts';

/** Pages, sections and questions in reading order; each is one button, and one line adds the next question. */
@customElement('patto-builder-canvas')
export class PattoBuilderCanvas extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() chosen: Handle = '';
  @property({ type: Boolean }) readonly = false;
  @property({ attribute: false }) findings: ReadonlyMap<Handle, SaidFinding['level']> = new Map();
  private readonly dragging = new Dragging(this, (edited) => this.tell('builder-edit', { edited }));

  /** Puts the focus on a thing's button. */
  async focusOn(handle: Handle): Promise<void> {
    await this.updateComplete;
    const pick = this.pickOf(handle);
    pick?.focus();
    pick?.scrollIntoView({ block: 'nearest' });
  }

  private pickOf(handle: Handle): HTMLElement | undefined {
    return this.picks().find((pick) => pick.dataset['pick'] === handle);
  }

  private picks(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-pick]')];
  }

  /** Up and down go through the things and the lines that add, as they stand on the page. */
  private step(from: Element, down: boolean): void {
    const stops = [...this.querySelectorAll<HTMLElement>('[data-pick], .add input')];
    stops[stops.indexOf(from as HTMLElement) + (down ? 1 : -1)]?.focus();
  }

  private pressed(event: KeyboardEvent): void {
    const on = event.target as HTMLElement;
    const line = on.matches('.add input');
    const handle = on.closest<HTMLElement>('[data-thing]')?.dataset['thing'];
    const down = event.key === 'ArrowDown';
    const walks = line || on.matches('[data-pick]');
    if (walks && !event.altKey && (down || event.key === 'ArrowUp')) {
      event.preventDefault();
      return this.step(on, down);
    }
    if (line || handle === undefined) return;
    const key = keyOf(event);
    const command = commands.find((each) => each.on === 'thing' && each.keys.includes(key));
    if (!command || (command.changes && this.readonly)) return;
    event.preventDefault();
    this.tell('builder-act', { act: command.name, handle });
  }

  private add(event: Event, place: Place): void {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input');
    const title = input?.value.trim() ?? '';
    if (!input || title === '') return;
    input.value = '';
    this.tell('builder-edit', {
      edited: addField(this.definition, place, title, this.catalogue),
      select: true,
    });
  }

  private addLine(into: Handle, title: string): TemplateResult | typeof nothing {
    if (this.readonly) return nothing;
    const { say } = this;
    const label = into === '' || into.startsWith('page:') ? say('add.label') : say('add.label-in', { title });
    return html`<form
      class="add"
      data-add=${into}
      @submit=${(event: Event) => this.add(event, { into })}
      @dragover=${(event: DragEvent) => this.dragging.over(event, { into })}
      @drop=${(event: DragEvent) => this.dragging.drop(event, this.definition)}
    >
      <span class="plus" aria-hidden="true">+</span>
      <input
        aria-label=${title && into.startsWith('page:') ? `${label} (${title})` : label}
        placeholder=${say('add.label')}
        maxlength="500"
        autocomplete="off"
        enterkeyhint="done"
      />
      <button class="quiet small" tabindex="-1">${say('add.button')}</button>
    </form>`;
  }

  private actions(handle: Handle, title: string): TemplateResult | typeof nothing {
    if (this.readonly || this.chosen !== handle) return nothing;
    const { say } = this;
    return html`<div class="actions" role="group" aria-label=${say('actions-of', { title })}>
      ${commands.map(({ name, button }) => {
        if (!button?.fits(handle)) return nothing;
        const spoken = say(`do.${name}` as Word);
        return html`<button
          class="quiet small icon ${name}"
          data-act=${name}
          title=${spoken}
          aria-label="${spoken}: ${title}"
          @click=${() => this.tell('builder-act', { act: name, handle })}
        >
          ${icons[button.icon]}
        </button>`;
      })}
    </div>`;
  }

  /** The one button of a thing: choosing it shows its settings, Enter goes there. */
  private pick(handle: Handle, inside: unknown): TemplateResult {
    return html`<button
      class="pick"
      data-pick=${handle}
      aria-current=${this.chosen === handle ? 'true' : nothing}
      @focus=${() => this.tell('builder-choose', { handle })}
      @click=${(event: MouseEvent) =>
        // Enter makes a click that no pointer made; a pointer's click leaves the focus for Alt+↑, Canc…
        this.tell('builder-choose', { handle, open: event.detail === 0 ? 'focus' : 'show' })}
    >
      ${inside}
    </button>`;
  }

  private shownLine(handle: Handle): TemplateResult | typeof nothing {
    const text = whenShown(this.definition, handle, this.catalogue, this.language);
    return text === undefined ? nothing : html`<p class="when"><span aria-hidden="true">◇</span> ${text}</p>`;
  }

  private mark(handle: Handle): TemplateResult | typeof nothing {
    const level = this.findings.get(handle);
    if (!level) return nothing;
    return html`<span class="badge ${level === 'error' ? 'bad' : 'warn'}"
      >${this.say(`problem.${level}`)}</span
    >`;
  }

  private box(node: TreeNode): TemplateResult {
    const { say, chosen } = this;
    const { handle, kind, items, source } = node;
    const title = titleOf(this.definition, handle);
    const hint = source && 'x-hint' in source ? source['x-hint'] : undefined;
    return html`<section
      class="thing ${kind} ${chosen === handle ? 'chosen' : ''}"
      data-thing=${handle}
      aria-label="${say(kind === 'page' ? 'card.page' : 'card.section')} ${title}"
    >
      <div class="head">
        ${this.pick(
          handle,
          html`<span class="over">${say(kind === 'page' ? 'card.page' : 'card.section')}</span>
            <span class="title">${title}</span> ${this.mark(handle)}`,
        )}
        ${this.actions(handle, title)}
      </div>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${this.shownLine(handle)} ${this.nodes(items)}
      ${items.length === 0 ? html`<p class="nothing">${say('canvas.empty-box')}</p>` : nothing}
      ${this.addLine(handle, title)}
    </section>`;
  }

  private note(node: TreeNode): TemplateResult {
    const text = node.source && 'text' in node.source ? node.source.text : '';
    return html`<div
      class="thing note ${this.chosen === node.handle ? 'chosen' : ''}"
      data-thing=${node.handle}
    >
      <div class="head">
        ${this.pick(node.handle, html`<span class="over">${this.say('card.note')}</span><span class="text">${text}</span>`)}
        ${this.actions(node.handle, text.slice(0, 60))}
      </div>
      ${this.shownLine(node.handle)}
    </div>`;
  }

  private question(node: TreeNode): TemplateResult {
    const { say, definition, catalogue, chosen } = this;
    const { handle, scope, items } = node;
    const field = wholeField(definition, handle) ?? {};
    const title = titleOf(definition, handle);
    const type = catalogue.words.get(typeAt(definition, handle, catalogue))?.name[this.language];
    return html`<div
      class="thing question ${chosen === handle ? 'chosen' : ''}"
      data-thing=${handle}
      draggable=${this.readonly ? 'false' : 'true'}
      @dragstart=${(event: DragEvent) => this.dragging.start(event, handle)}
      @dragend=${() => this.dragging.end()}
      @dragover=${(event: DragEvent) => this.dragging.beside(event, handle)}
      @drop=${(event: DragEvent) => this.dragging.drop(event, definition)}
    >
      <div class="head">
        ${this.pick(
          handle,
          html`<span class="title"
              >${title}${
                isRequired(definition, handle)
                  ? html`<span class="must" aria-hidden="true"> *</span
                      ><span class="hidden-text">, ${say('card.required')}</span>`
                  : nothing
              }</span
            >
            <span class="kind">${type}</span>
            ${field['x-value'] === undefined ? nothing : html`<span class="kind">${say('card.computed')}</span>`}
            ${this.mark(handle)}`,
        )}
        ${this.actions(handle, title)}
      </div>
      ${field['x-hint'] ? html`<p class="hint">${field['x-hint']}</p>` : nothing}
      ${scope === undefined ? drawn(definition, handle, say) : nothing} ${this.shownLine(handle)}
      ${scope === undefined ? nothing : html`<div class="inner">${this.nodes(items)} ${this.addLine(handle, title)}</div>`}
    </div>`;
  }

  private node(node: TreeNode): TemplateResult {
    if (node.kind === 'row') return html`<div class="cells">${this.nodes(node.items)}</div>`;
    if (node.kind === 'note') return this.note(node);
    return node.kind === 'field' ? this.question(node) : this.box(node);
  }

  private nodes(nodes: readonly TreeNode[]): unknown {
    const key = (node: TreeNode): string =>
      node.kind === 'row' ? `row ${node.items[0]?.handle}` : node.handle;
    return repeat(nodes, key, (node) => this.node(node));
  }

  /** The page that is being worked on: new sections and texts go there. */
  private place(tree: readonly TreeNode[]): Place {
    if (this.chosen !== '')
      return this.chosen.startsWith('page:') ? { into: this.chosen } : { after: this.chosen };
    const last = tree.at(-1);
    return { into: last?.kind === 'page' ? last.handle : '' };
  }

  /** A way to each page of a long form. */
  private contents(pages: readonly TreeNode[]): TemplateResult | typeof nothing {
    if (pages.length < 3) return nothing;
    return html`<nav class="contents" aria-label=${this.say('canvas.pages')}>
      ${pages.map(
        (page, index) =>
          html`<button class="small" data-go=${page.handle} @click=${() => this.goTo(page.handle)}>
            <span class="number">${index + 1}</span> ${titleOf(this.definition, page.handle)}
          </button>`,
      )}
    </nav>`;
  }

  private async goTo(handle: Handle): Promise<void> {
    await this.focusOn(handle);
    this.pickOf(handle)?.closest('[data-thing]')?.scrollIntoView({ block: 'start' });
  }

  override render() {
    const { say, definition } = this;
    const tree = readTree(definition);
    const pages = tree.filter((node) => node.kind === 'page');
    const page = this.chosen.startsWith('page:') ? this.chosen : undefined;
    const added = (edited: ReturnType<typeof addPage>) => () =>
      this.tell('builder-edit', { edited, select: true });
    return html`${this.contents(pages)}
      <div class="things" @keydown=${this.pressed}>
        ${tree.length === 0 ? html`<p class="start">${say('canvas.empty')}</p>` : nothing} ${this.nodes(tree)}
        ${pages.length === 0 ? this.addLine('', '') : nothing}
        ${
          this.readonly
            ? nothing
            : html`<div class="cluster more">
                <button
                  class="small"
                  data-add-page
                  @click=${() => added(addPage(definition, page, say('new.page', { number: Math.max(2, pages.length + 1) }), say('new.page', { number: 1 })))()}
                >
                  + ${say('add.page')}
                </button>
                <button
                  class="small"
                  data-add-section
                  @click=${() => added(addSection(definition, this.place(tree), say('new.section')))()}
                >
                  + ${say('add.section')}
                </button>
                <button
                  class="small"
                  data-add-note
                  @click=${() => added(addNote(definition, this.place(tree), say('new.note')))()}
                >
                  + ${say('add.note')}
                </button>
              </div>`
        }
      </div>`;
  }
}
