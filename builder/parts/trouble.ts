// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SaveState } from '../saving.ts';
import { Part } from './part.ts';

/** What to know when saving does not go through. Fires builder-theirs and builder-mine after a conflict. */
@customElement('patto-builder-trouble')
export class PattoBuilderTrouble extends Part {
  @property({ attribute: false }) save!: SaveState;

  private choose(name: 'builder-theirs' | 'builder-mine'): void {
    this.dispatchEvent(new Event(name));
  }

  private conflict(): TemplateResult {
    const { say } = this;
    return html`<div class="notice warn conflict" role="alert">
      <h2>${say('conflict.title')}</h2>
      <p>${say('conflict.text')}</p>
      <div class="cluster">
        <button data-theirs aria-describedby="theirs-help" @click=${() => this.choose('builder-theirs')}>
          ${say('conflict.theirs')}
        </button>
        <button data-mine @click=${() => this.choose('builder-mine')}>${say('conflict.mine')}</button>
        <span class="hint" id="theirs-help">${say('conflict.theirs-help')}</span>
      </div>
    </div>`;
  }

  override render() {
    const { save, say } = this;
    if (save.is === 'conflict') return this.conflict();
    if (save.is === 'offline')
      return html`<p class="notice warn" role="status">${say('save.offline-help')}</p>`;
    if (save.is === 'refused') return html`<p class="notice bad" role="alert">${save.problem.title}</p>`;
    if (save.is !== 'signed-out') return nothing;
    return html`<p class="notice warn" role="status">
      ${say('save.signed-out-help')} <a href="/builder" target="_blank">${say('save.open-sign-in')}</a>
    </p>`;
  }
}
