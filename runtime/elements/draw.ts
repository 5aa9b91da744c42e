// SPDX-License-Identifier: BSD-3-Clause
import type { LayoutNode } from '../../schemas/types.ts';
import { PattoField } from './field.ts';
import type { FormStore } from './form-store.ts';
import { resolve } from './layout.ts';
import type { PattoNote, PattoSection } from './section.ts';

/**
 * Items of a layout as elements, built once: what stands where never changes in a form, only what it shows.
 * Each element finds its own state by its pointer. `move` tells them that the row around them has another number.
 */
export class Drawing {
  readonly box = document.createElement('div');
  readonly #moves: ((base: string) => void)[] = [];
  readonly #store: FormStore;
  #base: string;

  constructor(items: readonly LayoutNode[], base: string, store: FormStore) {
    this.#base = base;
    this.#store = store;
    this.box.className = 'items';
    this.#fill(this.box, items);
  }

  move(base: string): void {
    if (base === this.#base) return;
    this.#base = base;
    for (const move of this.#moves) move(base);
  }

  #fill(into: Element, items: readonly LayoutNode[]): void {
    for (const item of items) {
      if (typeof item === 'string') this.#field(into, item);
      else if ('repeat' in item) this.#field(into, item.repeat);
      else if ('row' in item) {
        const row = document.createElement('div');
        row.className = 'row';
        for (const pointer of item.row) this.#field(row, pointer);
        into.append(row);
      } else if ('note' in item) this.#placed(into, 'patto-note', { note: item });
      else if ('section' in item) this.#placed(into, 'patto-section', { section: item, items: item.items });
      else this.#fill(into, item.items);
    }
  }

  #field(into: Element, pointer: string): void {
    const field = PattoField.at(this.#store, resolve(pointer, this.#base));
    into.append(field);
    this.#moves.push((base) => field.move(resolve(pointer, base)));
  }

  #placed(into: Element, tag: string, properties: Partial<PattoNote> | Partial<PattoSection>): void {
    const element = document.createElement(tag) as PattoNote | PattoSection;
    Object.assign(element, properties, { base: this.#base });
    this.#moves.push((base) => element.move(base));
    into.append(element);
  }
}
