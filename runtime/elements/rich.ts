// SPDX-License-Identifier: BSD-3-Clause
// Text with a little form as nodes; a link leads out of the form, so it opens beside it and says so by its look.
import { LitElement, css, html, type TemplateResult } from 'lit';
import { type Block, type Inline, readRich } from '../rich.ts';
import { dress } from './css.ts';

export const richSheet = css`
  patto-rich {
    display: block;
  }
  patto-rich > * + * {
    margin-block-start: 0.5em;
  }
  .rich-list {
    padding-inline-start: 1.5em;
    list-style: disc;
  }
  ol.rich-list {
    list-style: decimal;
  }
`;

const inline = (all: readonly Inline[]): readonly unknown[] =>
  all.map((one) =>
    'text' in one
      ? one.text
      : 'break' in one
        ? html`<br />`
        : 'bold' in one
          ? html`<strong>${inline(one.bold)}</strong>`
          : link(one.link, inline(one.words)),
  );

const link = (address: string, words: readonly unknown[]): TemplateResult =>
  address.startsWith('https:')
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${words}</a>`
    : html`<a href=${address}>${words}</a>`;

const block = (one: Block): TemplateResult =>
  'paragraph' in one
    ? html`<p>${inline(one.paragraph)}</p>`
    : one.numbered
      ? html`<ol class="rich-list">
          ${one.list.map((item) => html`<li>${inline(item)}</li>`)}
        </ol>`
      : html`<ul class="rich-list">
          ${one.list.map((item) => html`<li>${inline(item)}</li>`)}
        </ul>`;

/** The text drawn; what is written wrong stands as it is. */
export const rich = (text: string): readonly TemplateResult[] => readRich(text).blocks.map(block);

/** The same as an element, for what draws it before this part has come. */
export class PattoRich extends LitElement {
  static override properties = { text: { attribute: false } };
  declare text: string;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), richSheet);
  }

  protected override render() {
    return rich(this.text ?? '');
  }
}
if (!customElements.get('patto-rich')) customElements.define('patto-rich', PattoRich);
