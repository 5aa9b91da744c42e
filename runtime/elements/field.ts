// SPDX-License-Identifier: BSD-3-Clause
import { nothing, render } from 'lit';
import { type FormStore, storeOf } from './form-store.ts';
import type { Cast } from './mould.ts';
import { Piece } from './piece.ts';
import { type Question, draw, isWrong, questionAt } from './question.ts';

/**
 * One question at one place, in the form's own tree. Redraws when the store tells of its place, and only then.
 * It is a cast of a mould where there is one, until an event reaches it; from then on it draws itself.
 */
export class PattoField extends Piece {
  #path = '';
  #end: (() => void) | undefined;
  /** what it is, until it wakes */
  #cast: Cast | undefined;
  /** drawn by itself */
  #awake = false;
  #begun = false;
  #wrong = false;
  /** drawn last while rows were on the move */
  #told = false;

  /** pointer with row numbers */
  get path(): string {
    return this.#path;
  }

  set path(path: string) {
    if (path === this.#path) return;
    this.#path = path;
    if (!this.isConnected) return;
    this.#watch();
    this.requestUpdate();
  }

  /** The row around it has another number; the question, and what it looks like, is the same. */
  move(path: string): void {
    // What it was told meanwhile may have been meant for another.
    const told = this.#told || this.store.moving.has(path);
    if (this.#awake || told || !this.isConnected) {
      this.path = path;
      return;
    }
    this.#path = path;
    this.#watch();
  }

  /** Drawn before it stands in the tree: copied whole where there is a mould, else by itself. */
  static at(store: FormStore, path: string): PattoField {
    const { moulds } = store;
    const node = moulds && store.now.shown.has(path) && !store.beside(path) ? store.node(path) : undefined;
    const question = node && questionAt(store, path, node, () => field);
    const cast = question && moulds!.cast(question);
    const field: PattoField = cast ? cast.make() : bare();
    field.store = store;
    field.#path = path;
    field.#begun = true;
    if (question) field.#put(question, cast, true);
    else field.draw();
    return field;
  }

  connectedCallback() {
    this.store = storeOf(this);
    this.#watch();
    // It may come back to the page after changes that it was not told of.
    if (!this.#begun) this.requestUpdate();
    this.#begun = false;
  }

  disconnectedCallback() {
    this.#end?.();
    this.#end = undefined;
  }

  #watch() {
    this.#end?.();
    this.#end = this.store.watch(this.#path, this.requestUpdate);
  }

  /** Focus leaves the control for another place: the form's one listener tells. */
  left(next: EventTarget | null): void {
    const { store, path } = this;
    // What nests is left answer by answer.
    if (store.node(path)?.type.nests || (next instanceof Node && this.contains(next))) return;
    // A button that is being pressed must not move away under the finger: say it after the press.
    // By then the press may have moved the field to another row, or taken it away.
    if (next instanceof HTMLButtonElement) setTimeout(() => this.isConnected && store.leave(this.path), 250);
    else store.leave(path);
  }

  /** An event has reached it, on its way to the control. */
  wake(): void {
    const cast = this.#cast;
    this.#cast = undefined;
    this.#awake ||= cast !== undefined;
    cast?.wake(this);
  }

  draw(): void {
    const { store, path } = this;
    const node = store.node(path);
    this.#told = store.moving.size > 0;
    // "Altro, specificare" stands beside its choice, wherever the layout has it.
    const hidden = !store.now.shown.has(path) || (store.beside(path) && !this.closest('.beside'));
    this.show(!hidden);
    if (!node || hidden) return this.#empty();
    // Whoever is in it must not lose it.
    if (this.#cast && this.matches(':focus-within')) return this.wake();
    const question = questionAt(store, path, node, () => this);
    this.#put(question, this.#awake ? undefined : store.moulds?.cast(question));
  }

  /** `made`: the cast stands in it already. */
  #put(question: Question, cast: Cast | undefined, made = false): void {
    const wrong = isWrong(question);
    if (wrong !== this.#wrong) this.toggleAttribute('invalid', (this.#wrong = wrong));
    if (!cast) {
      if (this.#cast) this.replaceChildren();
      this.#awake = true;
      render(draw(question), this);
    } else if (!made) cast.put(this, this.#cast);
    this.#cast = cast;
  }

  #empty(): void {
    if (this.#awake) render(nothing, this);
    else this.replaceChildren();
    this.#cast = undefined;
  }
}

function bare(): PattoField {
  const field = document.createElement('patto-field') as PattoField;
  field.setAttribute('part', 'field');
  return field;
}

if (!customElements.get('patto-field')) customElements.define('patto-field', PattoField);
