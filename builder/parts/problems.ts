// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import type { SaidFinding } from '../api.ts';
import { handleOf } from '../edit/locate.ts';
import { titleOf } from '../edit/references.ts';
import { Part } from './part.ts';

/** What is wrong with the definition, each with a way to it. Fires builder-jump with the finding. */
@customElement('patto-builder-problems')
export class PattoBuilderProblems extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) findings: readonly SaidFinding[] = [];
  /** without heading and card, inside a dialog */
  @property({ type: Boolean }) bare = false;

  private one(finding: SaidFinding) {
    const { say, definition } = this;
    const handle = handleOf(definition, finding);
    const title = handle === '' ? say('problem.form') : titleOf(definition, handle);
    return html`<li>
      <span class="badge ${finding.level === 'error' ? 'bad' : 'warn'}"
        >${say(`problem.${finding.level}`)}</span
      >
      <span class="sentence"><b>${title}</b> ${finding.message}</span>
      ${
        handle === ''
          ? ''
          : html`<button
              class="small"
              data-jump=${handle}
              @click=${() => this.dispatchEvent(new CustomEvent('builder-jump', { detail: finding }))}
            >
              ${say('problem.go', { title })}
            </button>`
      }
    </li>`;
  }

  override render() {
    const { say, findings } = this;
    const sorted = [...findings].sort((a, b) => a.level.localeCompare(b.level));
    const list = html`<ul class="findings">
      ${sorted.map((finding) => this.one(finding))}
    </ul>`;
    if (this.bare) return list;
    if (findings.length === 0) return html`<p class="card" role="status">${say('problems-none')}</p>`;
    return html`<section class="card" aria-labelledby="problems-title">
      <h2 id="problems-title">${say('problems')}</h2>
      <p class="hint">${say('problems-intro')}</p>
      ${list}
    </section>`;
  }
}
