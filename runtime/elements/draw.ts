// SPDX-License-Identifier: BSD-3-Clause
import { html, type TemplateResult } from 'lit';
import type { LayoutNode } from '../../schemas/types.ts';
import { resolve } from './layout.ts';

/** Items of a layout as elements; each finds its own state by its pointer. `base`: the row or group around them. */
export const draw = (items: readonly LayoutNode[], base: string): TemplateResult[] =>
  items.map((item) => {
    if (typeof item === 'string') return field(resolve(item, base));
    if ('row' in item)
      return html`<div class="row">${item.row.map((pointer) => field(resolve(pointer, base)))}</div>`;
    if ('repeat' in item) return field(resolve(item.repeat, base));
    if ('note' in item) return html`<patto-note .note=${item} .base=${base}></patto-note>`;
    if ('section' in item)
      return html`<patto-section .section=${item} .items=${item.items} .base=${base}></patto-section>`;
    return html`${draw(item.items, base)}`;
  });

const field = (path: string) => html`<patto-field .path=${path}></patto-field>`;
