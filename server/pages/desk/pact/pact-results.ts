// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { dayOf } from '../dates.ts';
import type { PactView } from './pact-api.ts';
import { pactWords } from './pact-words.ts';

/** How far each result of a pact was at every monitoring: a row each, a column for each day. */
@customElement('patto-pact-results')
export class PactResults extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      h3 {
        margin-block-start: 20px;
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 15px;
      }
      th,
      td {
        padding: 8px 10px;
        border-block-end: 1px solid var(--patto-line);
        text-align: start;
        vertical-align: top;
      }
      tbody th {
        min-width: 180px;
        font-weight: 400;
      }
      [data-level='2'],
      [data-level='3'] {
        color: var(--patto-success);
        font-weight: 600;
      }
    `,
  ];
  @property({ attribute: false }) results!: NonNullable<PactView['results']>;
  @property() locale = 'it';

  override render() {
    const say = pactWords(this.locale);
    const { days, rows } = this.results;
    return html`<h3 id="results">${say.results}</h3>
      <div class="scroll" role="region" aria-labelledby="results" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">${say.result}</th>
              ${days.map(({ submission, day }) => html`<th scope="col"><a href="#/submission/${submission}">${dayOf(day)}</a></th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ text, levels }) =>
                html`<tr>
                  <th scope="row">${text}</th>
                  ${levels.map(({ level, title }) => html`<td data-level=${level}>${title || '–'}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}
