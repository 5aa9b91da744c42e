// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PattoDialog } from '../../runtime/elements/kit/dialog.ts';
import '../../runtime/elements/kit/dialog.ts';
import type { Definition } from '../../schemas/types.ts';
import type { Catalogue, Handle, Refused } from '../edit/contract.ts';
import { titleOf } from '../edit/references.ts';
import type { Word } from '../words.ts';
import { drawn } from './drawn.ts';
import { Part } from './part.ts';
import { whenShown } from './phrase.ts';

/** A move that would break something: one message, the two things side by side, and the way back. */
@customElement('patto-builder-clash')
export class PattoBuilderClash extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @state() private refused: Refused | undefined;
  @query('patto-dialog') private dialog!: PattoDialog;

  async show(refused: Refused): Promise<void> {
    this.refused = refused;
    await this.updateComplete;
    await this.dialog.show();
    this.querySelector<HTMLElement>('[data-cancel-move]')?.focus();
  }

  private go(handle: Handle): void {
    this.dialog.hide();
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
    const { say, refused } = this;
    const between = refused?.between ?? [];
    return html`<patto-dialog heading=${say('clash.title')} close-label=${say('close')}>
      ${refused ? html`<p data-clash>${say(`refused.${refused.refused.code}` as Word, refused.refused.params)}</p>` : nothing}
      <div class="cells">${[...new Set(between)].map((handle) => this.side(handle))}</div>
      <button slot="actions" class="primary" data-cancel-move @click=${() => this.dialog.hide()}>
        ${say('clash.cancel')}
      </button>
    </patto-dialog>`;
  }
}
