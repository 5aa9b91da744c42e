// SPDX-License-Identifier: BSD-3-Clause
// What may be done to the rows of a list, whatever they look like: add, insert, duplicate, move, remove, bring back.
// Focus follows what happened, and it is said.
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { focusOn } from './focus.ts';
import type { FormStore } from './form-store.ts';
import { type KeptRow, newRowId } from './row-changes.ts';
import { referrers } from './referrers.ts';
import type { Row } from './row-labels.ts';

export type RowHost = LitElement & {
  readonly store: FormStore;
  readonly path: string;
  /** only some of the rows stand here */
  readonly among?: Among | undefined;
};

/** A part of the rows of a list, shown together. */
export interface Among {
  /** id of its button to add */
  readonly id: string;
  has(row: Row): boolean;
  /** answers that a row added here begins with */
  readonly seed: { readonly [key: string]: unknown };
  /** text of the button to add; undefined: the ordinary one */
  readonly add: string | undefined;
}

/** What keys do in a row, with Alt and Shift held; each is also a button. */
const keys = { ArrowUp: 'up', ArrowDown: 'down', D: 'copy', Enter: 'insert', Delete: 'remove' } as const;
const shortcut = Object.fromEntries(Object.entries(keys).map(([key, tool]) => [tool, `Alt+Shift+${key}`]));

export type Tool = (typeof keys)[keyof typeof keys];

/** Shortest reason why a row goes whose source has gone. */
const REASON = 3;

export class RowEdits {
  readonly #host: RowHost;
  /** id of the row whose removal is being asked about */
  asking: string | undefined;
  said = '';
  #focus: string | undefined;
  #reason = '';
  /** the row removed last, which may come back */
  #gone: { readonly kept: KeptRow; readonly index: number; readonly label: string } | undefined;

  constructor(host: RowHost) {
    this.#host = host;
  }

  get rows(): readonly Row[] {
    const rows = this.#host.store.value(this.#host.path);
    return Array.isArray(rows) ? (rows as Row[]) : [];
  }

  /** What tells rows apart: their ids; answers from elsewhere may hold one id twice, and both rows must be seen. */
  get keys(): readonly string[] {
    const seen = new Set<string>();
    return this.rows.map(({ id }, index) => {
      const key = seen.has(id) ? `${id} ${index}` : id;
      seen.add(id);
      return key;
    });
  }

  /** Numbers of the rows that stand here. */
  get here(): readonly number[] {
    const { among } = this.#host;
    return this.rows.flatMap((row, index) => (!among || among.has(row) ? [index] : []));
  }

  /** The row before (-1) or after (1) one, of those that stand here. */
  beside(index: number, step: -1 | 1): number | undefined {
    const to = index + step;
    if (!this.#host.among) return to >= 0 && to < this.rows.length ? to : undefined;
    const { here } = this;
    return here[here.indexOf(index) + step];
  }

  /** Id of what stands for a row; ids of its parts begin with it. */
  idOf(id: string): string {
    return `f${this.#host.store.key(this.#host.path)}/${id}`;
  }

  label(index: number): string {
    return this.#host.store.rows.label(this.#host.path, this.rows[index]!, index);
  }

  get full(): boolean {
    const { store, path } = this.#host;
    const most = Math.min(store.node(path)?.schema.maxItems ?? 100, 500);
    return this.rows.length >= most;
  }

  #say(key: Parameters<FormStore['sayings']['say']>[0], row: string, n = 0) {
    this.said = this.#host.store.sayings.say(key, { row, n });
    this.#host.requestUpdate();
  }

  add(index = this.rows.length): void {
    const { store, path, among } = this.#host;
    const id = store.rowChanges.insert(path, index);
    for (const [key, value] of Object.entries(among?.seed ?? {}))
      store.answer(`${path}/${index}/${key}`, value);
    this.#focus = `${this.idOf(id)}-t`;
    this.#say('rowAdded', this.label(index));
  }

  duplicate(index: number): void {
    const { store, path } = this.#host;
    const id = store.rowChanges.insert(path, index + 1, renewed(store.rowChanges.keep(path, index)));
    this.#focus = `${this.idOf(id)}-t`;
    this.#say('rowAdded', this.label(index + 1));
  }

  ask(index: number): void {
    const row = this.rows[index]!;
    const { store, path } = this.#host;
    const empty = Object.keys(row).length <= 1 && !store.rowChanges.keep(path, index).typing.length;
    if (empty && !referrers(store, path, row.id).length) return this.remove(index);
    // The words of the question may still be on their way.
    void store.prepare();
    this.asking = row.id;
    this.#reason = '';
    this.#focus = `${this.idOf(row.id)}-${this.#stale(index) ? 'why' : 'yes'}`;
    this.#host.requestUpdate();
  }

  cancel(row: Row): void {
    this.asking = undefined;
    this.#focus = `${this.idOf(row.id)}-remove`;
    this.#host.requestUpdate();
  }

  #stale(index: number): boolean {
    return this.#host.store.now.stale.has(`${this.#host.path}/${index}`);
  }

  remove(index: number): void {
    const { store, path } = this.#host;
    const label = this.label(index);
    const rows = this.rows;
    const stale = this.#stale(index);
    if (stale) {
      if (this.#reason.trim().length < REASON) {
        this.#focus = `${this.idOf(rows[index]!.id)}-why`;
        return this.#say('reasonNeeded', label);
      }
      store.rowChanges.removedFor(`${path}/${index}`, this.#reason.trim());
    }
    this.asking = undefined;
    const after = rows[this.beside(index, 1) ?? this.beside(index, -1) ?? -1];
    this.#focus = after ? `${this.idOf(after.id)}-t` : this.#adder;
    this.#gone = { kept: store.rowChanges.keep(path, index), index, label };
    store.rowChanges.remove(path, index);
    this.#say('rowRemoved', label);
  }

  undo(): void {
    const gone = this.#gone;
    if (!gone || this.full) return;
    const { store, path } = this.#host;
    this.#gone = undefined;
    const index = Math.min(gone.index, this.rows.length);
    const id = store.rowChanges.insert(path, index, gone.kept);
    store.rowChanges.removedFor(`${path}/${index}`, undefined);
    this.#focus = `${this.idOf(id)}-t`;
    this.#say('rowBack', gone.label);
  }

  move(index: number, to: number, button: 'up' | 'down'): void {
    const { store, path } = this.#host;
    const row = this.rows[index]!;
    const label = this.label(index);
    store.rowChanges.move(path, index, to);
    const edge = this.beside(to, button === 'up' ? -1 : 1) === undefined;
    this.#focus = `${this.idOf(row.id)}-${edge ? 't' : button}`;
    this.#say('rowMoved', label, to + 1);
  }

  #shift(index: number, step: -1 | 1, button: 'up' | 'down'): void {
    const to = this.beside(index, step);
    if (to !== undefined) this.move(index, to, button);
  }

  /** Id of the button that adds. */
  get #adder(): string {
    return this.#host.among?.id ?? `f${this.#host.store.key(this.#host.path)}`;
  }

  do(tool: Tool, index: number): void {
    const acts: { readonly [tool in Tool]: () => void } = {
      up: () => this.#shift(index, -1, 'up'),
      down: () => this.#shift(index, 1, 'down'),
      copy: () => !this.full && this.duplicate(index),
      insert: () => !this.full && this.add(index + 1),
      remove: () => this.ask(index),
    };
    acts[tool]();
  }

  /** A key pressed in a row that may be edited; rows inside of it take theirs first. */
  key(event: KeyboardEvent, index: number): void {
    if (!event.altKey || !event.shiftKey || event.defaultPrevented) return;
    const tool = keys[(event.key.length === 1 ? event.key.toUpperCase() : event.key) as keyof typeof keys];
    if (!tool) return;
    event.preventDefault();
    this.do(tool, index);
  }

  /** Will the focus go to a row, once it is drawn? */
  leadsTo(id: string): boolean {
    return this.#focus?.startsWith(`${this.idOf(id)}-`) ?? false;
  }

  /** Leads to a row. */
  lead(id: string): void {
    this.#focus = `${this.idOf(id)}-t`;
    this.#host.requestUpdate();
  }

  /** To be called when the host has drawn: what happened takes the focus. */
  drawn(): void {
    if (!this.#focus) return;
    const found = (this.#host.getRootNode() as ShadowRoot).getElementById(this.#focus);
    this.#focus = undefined;
    focusOn(found);
  }

  // ── what is drawn alike in cards and tables ──

  button(
    tool: Tool,
    index: number,
    named: string,
    label: unknown = undefined,
  ): TemplateResult | typeof nothing {
    const text = this.#host.store.sayings.say(tool);
    // The words of later are still on their way: the button comes with them.
    if (!text) return nothing;
    return html`<button
      type="button"
      class="tool ${tool}"
      part="button tool"
      id="${this.idOf(this.rows[index]!.id)}-${tool}"
      title=${label ? text : nothing}
      aria-keyshortcuts=${shortcut[tool]!}
      @click=${() => this.do(tool, index)}
    >
      ${label ?? nothing}<span class=${label ? 'hidden-text' : nothing}>${text}</span
      ><span class="hidden-text"> ${named}</span>
    </button>`;
  }

  /** "Eliminare «Anna»?", who would lose a link, and the reason where one is needed. */
  question(row: Row, index: number, named: string): TemplateResult {
    const { store, path } = this.#host;
    const { sayings } = store;
    const id = this.idOf(row.id);
    const names = referrers(store, path, row.id);
    return html`<div class="asking" role="group" aria-labelledby="${id}-q">
      <p id="${id}-q">
        ${sayings.say('removeRow', { row: named })}
        ${names.length ? sayings.say('removeReferred', { row: named, names: names.join(', ') }) : nothing}
      </p>
      ${
        this.#stale(index)
          ? html`<div class="why">
              <label for="${id}-why">${sayings.say('removeWhy')}</label>
              <input
                id="${id}-why"
                type="text"
                maxlength="300"
                required
                part="input"
                .value=${this.#reason}
                @input=${(event: Event) => (this.#reason = (event.target as HTMLInputElement).value)}
              />
            </div>`
          : nothing
      }
      <button
        type="button"
        class="danger"
        part="button danger"
        id="${id}-yes"
        aria-describedby="${id}-q"
        @click=${() => this.remove(index)}
      >
        ${sayings.say('removeYes')}
      </button>
      <button type="button" part="button" @click=${() => this.cancel(row)}>${sayings.say('cancel')}</button>
    </div>`;
  }

  /** The button that adds a row, or why there is none. */
  adding(editable: boolean): TemplateResult | typeof nothing {
    if (!editable) return nothing;
    const { store, path, among } = this.#host;
    const node = store.node(path);
    const { sayings } = store;
    const most = Math.min(node?.schema.maxItems ?? 100, 500);
    return this.full
      ? html`<p class="hint">${sayings.say('rowsFull', { n: most })}</p>`
      : html`<button type="button" class="add" part="button add" id=${this.#adder} @click=${() => this.add()}>
          <span aria-hidden="true">+</span>
          ${among?.add ?? sayings.say('add', { what: store.rows.what(node) })}
        </button>`;
  }

  /** The row removed last may come back; what happened is said. */
  after(): TemplateResult {
    const { sayings } = this.#host.store;
    return html`${
        this.#gone && !this.full
          ? html`<p class="gone">
              ${sayings.say('rowRemoved', { row: this.#gone.label })}
              <button type="button" class="tool undo" part="button tool" @click=${() => this.undo()}>
                ${sayings.say('undo')}<span class="hidden-text">: ${this.#gone.label}</span>
              </button>
            </p>`
          : nothing
      } <span class="hidden-text" role="status">${this.said}</span>`;
  }
}

/** The same row under other ids, its own and those of the rows in it. */
function renewed({ row, typing, touched, from }: KeptRow): KeptRow {
  const ids = new Map<string, string>();
  const anew = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(anew);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key !== 'id' || typeof inner !== 'string') return [key, anew(inner)];
        ids.set(inner, newRowId());
        return [key, ids.get(inner)];
      }),
    );
  };
  const copy = anew(row) as KeptRow['row'];
  const moved = (key: string) =>
    key
      .split('/')
      .map((part) => ids.get(part) ?? part)
      .join('/');
  return {
    row: copy,
    typing: typing.map(([key, each]) => [moved(key), each]),
    touched: touched.map(moved),
    from: Object.fromEntries(Object.entries(from).map(([key, each]) => [moved(key), each])),
  };
}
