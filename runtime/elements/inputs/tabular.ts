// SPDX-License-Identifier: BSD-3-Clause
// What grids and tables share: they redraw with the fields in them, and stand as a list where there is no room
// or where the person prefers so. The list is the ordinary drawing of the same fields.
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { FieldNode } from '../../engine/contract.ts';
import { dress } from '../css.ts';
import { type FormStore, storeOf } from '../form-store.ts';
import { focusOn } from '../focus.ts';
import type { InputContext } from '../input.ts';
import { fieldsOf } from '../layout.ts';
import { Linear } from './linear.ts';
import { tableSheet } from './table-sheet.ts';
import { type TableText, tableText } from './table-words.ts';

/** Below so many characters (em) nothing stands as a table. */
export const ROOM = 34;

export abstract class Tabular extends LitElement {
  static override properties: PropertyDeclarations = { context: { attribute: false } };
  declare context: InputContext;
  declare store: FormStore;
  protected readonly linear = new Linear(this, () => this.room());
  #ends: (() => void)[] = [];
  #watched = '';
  #focused: string | undefined;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    dress(this.getRootNode(), tableSheet);
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch();
  }

  #unwatch() {
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  #watch() {
    this.#unwatch();
    this.#ends = this.places().map((place) => this.store.watch(place, () => this.requestUpdate()));
  }

  /** pointer of the field that this draws */
  get path(): string {
    return this.closest('patto-field')?.path ?? '';
  }

  protected get node(): FieldNode | undefined {
    return this.store.node(this.path);
  }

  /** Pointers of the fields directly inside, in the order of the layout. */
  protected get inside(): readonly string[] {
    const { node } = this;
    return node ? fieldsOf(this.store.inside.get(node.pointer) ?? [], this.path) : [];
  }

  /** Places whose change redraws it. */
  protected places(): readonly string[] {
    return this.inside;
  }

  protected say(key: TableText): string {
    return tableText(this.store.sayings, key);
  }

  /** characters (em) that the table needs */
  protected room(): number {
    return ROOM;
  }

  /** can it stand as a table at all? */
  protected abstract fits(): boolean;
  protected abstract table(): TemplateResult;

  protected override willUpdate() {
    const now = this.places().join();
    if (now !== this.#watched) this.#watch();
    this.#watched = now;
    const active = (this.getRootNode() as ShadowRoot).activeElement;
    this.#focused = active && this.contains(active) ? active.id : undefined;
  }

  protected override updated() {
    // Drawn the other way, what had the focus has it again, at the same question.
    const root = this.getRootNode() as ShadowRoot;
    const active = root.activeElement;
    const id = this.#focused;
    // The fields of a list are drawn after this.
    if (id && !(active && this.contains(active))) setTimeout(() => focusOn(root.getElementById(id)));
  }

  protected override render() {
    if (!this.node) return nothing;
    const { context } = this;
    const fits = this.fits();
    const list = this.linear.on || !fits;
    const offer = fits && !this.linear.narrow;
    return html`${list ? this.list() : this.table()}${
      offer
        ? html`<div class="filled-tools">
            <button
              type="button"
              class="tool look"
              id="${context.id}-look"
              part="button tool"
              @click=${() => this.linear.toggle()}
            >
              ${this.say(list ? 'asTable' : 'asList')}
            </button>
          </div>`
        : nothing
    }`;
  }

  /** The same answers one after the other. */
  protected list(): unknown {
    return this.context.nested();
  }
}
