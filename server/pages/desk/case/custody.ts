// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';

const words = {
  it: { title: 'Accessi e dati', seen: 'Chi ha visto questa pratica', archive: 'Archivio di una persona' },
  en: { title: 'Accesses and data', seen: 'Who has seen this case', archive: 'Archive of a person' },
};

/** In the case, for who answers for it: who has looked, and what can be given out. */
@customElement('patto-case-custody')
export class CaseCustody extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding-block: 6px;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';

  override render() {
    const say = this.locale.startsWith('en') ? words.en : words.it;
    return html`<section class="card" aria-labelledby="custody">
      <h2 id="custody">${say.title}</h2>
      <ul>
        <li><a href="#/seen/${this.caseId}" data-seen>${say.seen}</a></li>
        <li><a href="#/archives/${this.caseId}" data-archives>${say.archive}</a></li>
      </ul>
    </section>`;
  }
}
