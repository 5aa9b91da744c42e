// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../../schemas/types.ts';
import { type Compared, compared, isThere } from '../../edit/compare.ts';
import type { Catalogue } from '../../edit/contract.ts';
import { titleOf } from '../../edit/references.ts';
import { describing } from '../../parts/describe-thing.ts';
import { Part } from '../../parts/part.ts';
import type { Word } from '../../words.ts';

/** So many rows at first: a form rewritten from end to end is looked at in parts. */
const portion = 60;
const kinds = ['added', 'removed', 'changed', 'moved'] as const;

/** Two definitions side by side, question by question. */
@customElement('patto-builder-compare')
export class PattoBuilderCompare extends Part {
  @property({ attribute: false }) older!: Definition;
  @property({ attribute: false }) newer!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  /** heads of the two columns */
  @property() left = '';
  @property() right = '';
  /** can one go from a row to the question? */
  @property({ type: Boolean }) jumps = false;
  @state() private most = portion;
  private known:
    | { older: Definition; newer: Definition; language: string; rows: readonly Compared[] }
    | undefined;

  private rows(): readonly Compared[] {
    const { older, newer, language, known } = this;
    if (known?.older === older && known.newer === newer && known.language === language) return known.rows;
    const rows = compared(older, newer, describing(this.catalogue, language)).filter(
      ({ how }) => how !== 'same',
    );
    this.known = { older, newer, language, rows };
    return rows;
  }

  private side(row: Compared, side: 'before' | 'after'): TemplateResult | typeof nothing {
    const { say } = this;
    const lines = row.lines.filter((line) => line[side] !== undefined);
    const gone = side === 'before' ? row.how === 'added' : row.how === 'removed';
    if (gone) return html`<span class="hint">${say('compare.not-there')}</span>`;
    if (lines.length === 0) return html`<span class="hint">${say('compare.same-text')}</span>`;
    return html`<dl>
      ${lines.map(({ name, [side]: text }) => {
        const mark = side === 'before' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
        return html`<div>
          <dt>${name}</dt>
          <dd>${mark}</dd>
        </div>`;
      })}
    </dl>`;
  }

  private row(row: Compared): TemplateResult {
    const { say } = this;
    const title = titleOf(row.how === 'removed' ? this.older : this.newer, row.handle);
    const jump = this.jumps && row.how !== 'removed' && isThere(this.newer, row.handle);
    return html`<tr data-how=${row.how} data-at=${row.handle}>
      <th scope="row">
        <span class="badge ${row.how}">${say(`compare.${row.how}` as Word)}</span>
        ${row.how === 'changed' && row.moved ? html`<span class="badge moved">${say('compare.moved')}</span>` : nothing}
        ${
          jump
            ? html`<button
                class="quiet small"
                @click=${() => this.tell('builder-go', { handle: row.handle })}
              >
                ${title}
              </button>`
            : html`<span class="thing">${title}</span>`
        }
      </th>
      <td data-label=${this.left}>${this.side(row, 'before')}</td>
      <td data-label=${this.right}>${this.side(row, 'after')}</td>
    </tr>`;
  }

  override render() {
    const { say } = this;
    const rows = this.rows();
    if (rows.length === 0) return html`<p>${say('compare.none')}</p>`;
    const counts = kinds.flatMap((how) => {
      const count = rows.filter((row) => row.how === how).length;
      return count === 0 ? [] : [`${say(`compare.${how}`)}: ${count}`];
    });
    return html`<p class="hint">${counts.join(' · ')}</p>
      <div class="scroll" role="region" tabindex="0" aria-label=${say('compare.table')}>
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">${say('compare.what')}</th>
              <th scope="col">${this.left}</th>
              <th scope="col">${this.right}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, this.most).map((row) => this.row(row))}
          </tbody>
        </table>
      </div>
      ${
        rows.length > this.most
          ? html`<button
              class="small"
              @click=${() => {
                this.most += portion;
              }}
            >
              ${say('compare.more', { count: rows.length - this.most })}
            </button>`
          : nothing
      }`;
  }
}
