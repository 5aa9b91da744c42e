// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import type { Catalogue, Handle, Refused } from '../edit/contract.ts';
import { titleOf } from '../edit/references.ts';
import type { Word } from '../words.ts';
import { Asking } from './asking.ts';
import { drawn } from './drawn.ts';
import { whenShown } from './phrase.ts';

/** A move that would break something: one message, the two things side by side, and the way back. */
@customElement('patto-builder-clash')
export class PattoBuilderClash extends Asking {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @state() private refused: Refused | undefined;

  async show(refused: Refused): Promise<void> {
    this.refused = refused;
    await this.appear('[data-cancel-move]');
  }

  private go(handle: Handle): void {
    this.hide();
    this.tell('builder-go', { handle });
  }

  private side(handle: Handle): TemplateResult {
    const { say, definition, catalogue, language } = this;
    const title = titleOf(definition, handle);
    const when = whenShown(definition, handle, catalogue, language);
    return html`<div class="thing question">
      <p><b>${title}</b></p>
      ${handle.startsWith('/') ? drawn(definition, handle, say) : nothing}
      ${when === undefined ? nothing : html`<p class="when"><span aria-hidden="true">◇</span> ${when}</p>`}
      <button class="small quiet" data-clash-go=${handle} @click=${() => this.go(handle)}>
        ${say('problem.go', { title })}
      </button>
    </div>`;
  }

  override render() {
    if (!this.open) return nothing;
    const { say, refused } = this;
    const between = refused?.between ?? [];
    return html`<patto-dialog heading=${say('clash.title')} close-label=${say('close')} @close=${this.gone}>
      ${refused ? html`<p data-clash>${say(`refused.${refused.refused.code}` as Word, refused.refused.params)}</p>` : nothing}
      <div class="cells">${[...new Set(between)].map((handle) => this.side(handle))}</div>
      <button slot="actions" class="primary" data-cancel-move @click=${() => this.hide()}>
        ${say('clash.cancel')}
      </button>
    </patto-dialog>`;
  }
}
