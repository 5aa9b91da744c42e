// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing, render } from 'lit';
import type { LayoutNode, LayoutNote, LayoutSection } from '../../schemas/types.ts';
import { Drawing } from './draw.ts';
import { storeOf } from './form-store.ts';
import { fieldsOf, shownKey } from './layout.ts';
import { formed } from './paragraphs.ts';
import { Piece } from './piece.ts';

/** Something of the layout that shows and hides by a condition, or with its fields. */
abstract class Placed extends Piece {
  /** the row around it */
  base = '';
  #ends: readonly (() => void)[] | undefined;
  #drawn = false;

  /** What the store tells of: keys of layout nodes. */
  abstract keys(): readonly string[];
  abstract shows(): boolean;
  abstract fill(): void;

  connectedCallback() {
    this.store = storeOf(this);
    // What comes back to the page may be in the middle of a move.
    if (this.#drawn) this.requestUpdate();
    else this.draw();
    this.#drawn = true;
  }

  disconnectedCallback() {
    this.#unwatch();
  }

  #unwatch() {
    for (const end of this.#ends ?? []) end();
    this.#ends = undefined;
  }

  /** The row around it has another number. */
  move(base: string): void {
    this.base = base;
    this.#unwatch();
    this.requestUpdate();
  }

  draw(): void {
    this.#ends ??= this.keys().map((key) => this.store.watch(key, this.requestUpdate));
    this.show(this.shows());
    this.fill();
  }
}

/** A section of a page, or a run of items without a heading. What is off screen is not laid out. */
export class PattoSection extends Placed {
  section: LayoutSection | undefined;
  items: readonly LayoutNode[] = [];
  /** below the first screen of a long page: may be drawn after it */
  late = false;
  #drawing: Drawing | undefined;
  readonly #heading = document.createElement('h3');
  #fields: readonly string[] = [];
  #notes: readonly string[] = [];

  override connectedCallback() {
    if (!this.late) return super.connectedCallback();
    this.store = storeOf(this);
    this.store.turns.next(() => {
      this.late = false;
      if (this.isConnected) super.connectedCallback();
    });
  }

  keys() {
    const { section, items, base } = this;
    this.#fields = fieldsOf(items, base);
    this.#notes = items.flatMap((item) =>
      typeof item === 'object' && 'note' in item ? [shownKey('note', item.note, base)] : [],
    );
    return section ? [shownKey('section', section.section, base), ...this.#notes] : this.#notes;
  }

  shows() {
    const { shown } = this.store.now;
    const { section, base } = this;
    if (section && !shown.has(shownKey('section', section.section, base))) return false;
    return this.#fields.some((path) => shown.has(path)) || this.#notes.some((key) => shown.has(key));
  }

  /** A field in it has come or gone. */
  follow(): void {
    if (this.#drawing && this.hidden === this.shows()) this.requestUpdate();
  }

  fill() {
    const { section, store, base } = this;
    const drawing = (this.#drawing ??= this.#built(new Drawing(this.items, base, store)));
    drawing.move(base);
    if (!section) return;
    this.#heading.id = `s${store.key(base)}-${section.section}`;
    this.#heading.textContent = store.sayings.section(section);
    this.firstElementChild!.setAttribute('aria-labelledby', this.#heading.id);
  }

  /** What stays as it is, made once and by hand: there may be hundreds of sections. */
  #built(drawing: Drawing): Drawing {
    const hint = this.section?.['x-hint'];
    if (this.section) {
      const box = document.createElement('section');
      box.setAttribute('part', 'section');
      this.#heading.setAttribute('part', 'heading');
      box.append(this.#heading);
      if (hint)
        box.append(Object.assign(document.createElement('p'), { className: 'hint', textContent: hint }));
      box.append(drawing.box);
      this.append(box);
    } else this.append(drawing.box);
    return drawing;
  }
}

/** A text between questions. */
export class PattoNote extends Placed {
  declare note: LayoutNote;

  keys() {
    return [shownKey('note', this.note.note, this.base)];
  }

  shows() {
    return this.store.now.shown.has(shownKey('note', this.note.note, this.base));
  }

  fill() {
    render(
      this.hidden
        ? nothing
        : html`<div class="note" part="note">${formed(this.store.sayings.note(this.note))}</div>`,
      this,
    );
  }
}

if (!customElements.get('patto-section')) customElements.define('patto-section', PattoSection);
if (!customElements.get('patto-note')) customElements.define('patto-note', PattoNote);
