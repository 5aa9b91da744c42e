// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import { titlesOf } from '../edit/choices.ts';
import type { Place } from '../edit/contract.ts';
import { type Level, addGrid, levelsOf } from '../edit/ready-made.ts';
import type { Word } from '../words.ts';
import { Part } from './part.ts';

/** A grid from pasted lines: items, answers with points, and how it will be. Fires builder-put or builder-back. */
@customElement('patto-builder-grid-maker')
export class PattoBuilderGridMaker extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) place!: Place;
  @state() private name = '';
  @state() private rows: readonly string[] = [];
  @state() private levels: readonly Level[] = [];
  @state() private wrong = false;

  private make(event: Event): void {
    event.preventDefault();
    const { definition, place, name, rows, levels } = this;
    this.wrong = name.trim() === '' || rows.length === 0 || levels.length < 2;
    if (this.wrong) return;
    const edited = addGrid(definition, place, name.trim().slice(0, 500), rows, levels);
    this.dispatchEvent(new CustomEvent('builder-put', { detail: edited }));
  }

  private area(
    id: string,
    label: Word,
    change: (lines: readonly string[]) => void,
    about = '',
  ): TemplateResult {
    return html`<div class="setting">
      <label for="grid-${id}">${this.say(label)}</label>
      ${about ? html`<p class="hint" id="grid-${id}-about">${about}</p>` : nothing}
      <textarea
        id="grid-${id}"
        rows="5"
        aria-describedby=${about ? `grid-${id}-about` : nothing}
        @input=${(event: Event) => change(titlesOf((event.target as HTMLTextAreaElement).value))}
      ></textarea>
    </div>`;
  }

  private preview(): TemplateResult | typeof nothing {
    const { say, rows, levels } = this;
    if (rows.length === 0 || levels.length === 0) return nothing;
    const most = rows.length * Math.max(...levels.map((level) => level.points));
    return html`<div class="grid-preview" tabindex="0" role="region" aria-label=${say('grid.preview')}>
        <table>
          <thead>
            <tr>
              <td></td>
              ${levels.map(({ title, points }) => html`<th scope="col">${title}<small>${say('grid.points', { points })}</small></th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  <th scope="row">${row}</th>
                  ${levels.map(() => html`<td aria-hidden="true">○</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="hint" data-most>${say('grid.most', { most })}</p>`;
  }

  override render() {
    const { say } = this;
    return html`<form @submit=${this.make}>
      <div class="setting">
        <label for="grid-title">${say('grid.title')}</label>
        <input
          id="grid-title"
          maxlength="500"
          autocomplete="off"
          @input=${(event: Event) => {
            this.name = (event.target as HTMLInputElement).value;
          }}
        />
      </div>
      ${this.area('rows', 'grid.rows', (lines) => {
        this.rows = lines;
      })}
      ${this.area(
        'levels',
        'grid.levels',
        (lines) => {
          this.levels = levelsOf(lines);
        },
        say('grid.levels-about'),
      )}
      ${this.preview()} ${this.wrong ? html`<p class="wrong" role="alert">${say('grid.need')}</p>` : nothing}
      <div class="cluster">
        <button class="primary" data-make-grid>${say('grid.add')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('builder-back'))}>
          ${say('grid.back')}
        </button>
      </div>
    </form>`;
  }
}
