// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, html, nothing, type PropertyDeclarations } from 'lit';
import type { LayoutNode, LayoutNote, LayoutSection } from '../../schemas/types.ts';
import { Drawing } from './draw.ts';
import { type FormStore, storeOf } from './form-store.ts';
import { fieldsOf, shownKey } from './layout.ts';
import { formed } from './paragraphs.ts';

/** Something of the layout that shows and hides with its fields, in the form's own tree. */
abstract class Placed extends LitElement {
  static override properties: PropertyDeclarations = {
    base: { attribute: false },
  };
  declare store: FormStore;
  declare base: string;
  #ends: (() => void)[] = [];
  #place: string | undefined;

  constructor() {
    super();
    this.base = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  /** Places whose change may show or hide it. */
  abstract places(): Iterable<string>;
  abstract shows(): boolean;

  protected watch() {
    for (const end of this.#ends) end();
    this.#ends = [...this.places()].map((path) =>
      this.store.watch(path, () => {
        if (this.hidden === this.shows()) this.requestUpdate();
      }),
    );
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    if (this.hasUpdated) this.watch();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  protected override willUpdate() {
    const place = this.store.key(this.base) + this.base;
    if (place !== this.#place) this.watch();
    this.#place = place;
    this.hidden = !this.shows();
  }
}

/** A section of a page, or a run of items without a heading. What is off screen is not laid out. */
export class PattoSection extends Placed {
  static override properties: PropertyDeclarations = {
    section: { attribute: false },
    items: { attribute: false },
    late: { type: Boolean },
  };
  declare section: LayoutSection | undefined;
  declare items: readonly LayoutNode[];

  /** below the first screen of a long page: may be drawn when the page is idle */
  declare late: boolean;
  #drawing: Drawing | undefined;

  protected override async scheduleUpdate() {
    if (this.late && !this.hasUpdated) await this.store.turns.next();
    await super.scheduleUpdate();
  }

  places() {
    return new Set([
      ...fieldsOf(this.items, this.base),
      ...this.items.flatMap((item) =>
        typeof item === 'object' && 'note' in item ? [shownKey('note', item.note, this.base)] : [],
      ),
      ...(this.section ? [shownKey('section', this.section.section, this.base)] : []),
    ]);
  }

  shows() {
    const { shown } = this.store.now;
    if (this.section && !shown.has(shownKey('section', this.section.section, this.base))) return false;
    for (const place of this.places()) if (!place.includes('section:') && shown.has(place)) return true;
    return false;
  }

  protected override render() {
    const { section, store } = this;
    const drawing = (this.#drawing ??= new Drawing(this.items, this.base));
    drawing.move(this.base);
    if (!section) return drawing.box;
    const id = `s${store.key(this.base)}-${section.section}`;
    return html`<section aria-labelledby=${id} part="section">
      <h3 id=${id} part="heading">${store.sayings.section(section)}</h3>
      ${section['x-hint'] ? html`<p class="hint">${section['x-hint']}</p>` : nothing} ${drawing.box}
    </section>`;
  }
}

/** A text between questions. */
export class PattoNote extends Placed {
  static override properties: PropertyDeclarations = {
    note: { attribute: false },
  };
  declare note: LayoutNote;

  places() {
    return [shownKey('note', this.note.note, this.base)];
  }

  shows() {
    return this.store.now.shown.has(shownKey('note', this.note.note, this.base));
  }

  protected override render() {
    return this.hidden
      ? nothing
      : html`<div class="note" part="note">${formed(this.store.sayings.note(this.note))}</div>`;
  }
}

if (!customElements.get('patto-section')) customElements.define('patto-section', PattoSection);
if (!customElements.get('patto-note')) customElements.define('patto-note', PattoNote);
