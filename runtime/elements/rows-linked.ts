// SPDX-License-Identifier: BSD-3-Clause
// Rows of a list under the rows of another that they link to: the results of each objective. The answers stay two
// plain lists; what is added under a row is linked to it from the start.
import { LitElement, css, html, nothing, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldNode } from '../engine/contract.ts';
import { dress } from './css.ts';
import { focusOn } from './focus.ts';
import { type FormStore, storeOf } from './form-store.ts';
import type { InputContext } from './input.ts';
import type { Row } from './row-labels.ts';
import './rows.ts';

const sheet = css`
  .linked {
    margin-block-start: 1em;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--line);
  }
  .linked > h4 {
    margin-block-end: 0.25em;
  }
  .linked > h4 small {
    color: var(--muted);
    font-weight: 400;
    font-size: 0.9375em;
  }
`;

export class PattoRowsLinked extends LitElement {
  static override properties: PropertyDeclarations = { context: { attribute: false } };
  declare context: InputContext;
  declare store: FormStore;
  #ends: (() => void)[] = [];
  #watched = '';

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
    this.#watched = '';
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const end of this.#ends) end();
  }

  get path(): string {
    return this.closest('patto-field')?.path ?? '';
  }

  /** The question of a row that links it; the first one. */
  get #link(): FieldNode | undefined {
    return this.store.node(this.path)?.children.find((child) => child.schema['x-ref']);
  }

  get #rows(): readonly Row[] {
    const rows = this.store.value(this.path);
    return Array.isArray(rows) ? (rows as Row[]) : [];
  }

  #focused: string | undefined;

  protected override updated() {
    const root = this.getRootNode() as ShadowRoot;
    const id = this.#focused;
    // A row that was linked elsewhere is drawn there after this; who is in it goes with it.
    if (id) setTimeout(() => root.activeElement ?? focusOn(root.getElementById(id)));
  }

  protected override willUpdate() {
    const active = (this.getRootNode() as ShadowRoot).activeElement;
    this.#focused = active && this.contains(active) ? active.id : undefined;
    const { store, path } = this;
    const link = this.#link;
    const to = link?.schema['x-ref'] ?? '';
    const places = [
      path,
      to,
      ...this.#rows.map((_, index) => `${path}/${index}/${link?.key}`),
      ...store.rows.of(to).flatMap((_, index) => store.rows.naming(to).map((key) => `${to}/${index}/${key}`)),
    ];
    if (places.join() === this.#watched) return;
    this.#watched = places.join();
    for (const end of this.#ends) end();
    this.#ends = places.map((place) => store.watch(place, () => this.requestUpdate()));
  }

  protected override render() {
    const { store, path } = this;
    const link = this.#link;
    const to = link?.schema['x-ref'];
    if (!link || !to) return html`<patto-rows .path=${path}></patto-rows>`;
    const targets = store.rows.of(to);
    const tied = (row: Row, id: string): boolean => {
      const value = row[link.key];
      // With several links a row stands under the first.
      return (Array.isArray(value) ? (value as unknown[])[0] : value) === id;
    };
    const loose = (row: Row) => !targets.some((target) => tied(row, target.id));
    const node = store.node(to);
    const what = store.rows.what(store.node(path));
    return html`${repeat(
      targets,
      (target) => target.id,
      (target, index) => {
        const called = store.rows.label(to, target, index);
        const id = `f${store.key(path)}-of-${target.id}`;
        const seed = { [link.key]: link.schema.type === 'array' ? [target.id] : target.id };
        return html`<section class="linked" aria-labelledby="${id}-h">
          <h4 id="${id}-h"><small>${node ? store.rows.what(node) : nothing}</small> ${called}</h4>
          <patto-rows
            .path=${path}
            .among=${{ id, seed, has: (row: Row) => tied(row, target.id), add: store.sayings.say('addTo', { what, to: called }) }}
          ></patto-rows>
        </section>`;
      },
    )}${
      this.#rows.some(loose) || targets.length === 0
        ? html`<section class="linked" aria-labelledby="f${store.key(path)}-loose">
            <h4 id="f${store.key(path)}-loose">${store.sayings.say('notLinked')}</h4>
            <patto-rows
              .path=${path}
              .among=${{ id: `f${store.key(path)}`, seed: {}, has: loose, add: undefined }}
            ></patto-rows>
          </section>`
        : nothing
    }`;
  }
}

if (!customElements.get('patto-rows-linked')) customElements.define('patto-rows-linked', PattoRowsLinked);
