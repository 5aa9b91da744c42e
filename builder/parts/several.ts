// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import { outermost } from '../edit/clip.ts';
import type { Handle } from '../edit/contract.ts';
import { titleOf } from '../edit/references.ts';
import type { Word } from '../words.ts';
import { Part } from './part.ts';

const acts = ['up', 'down', 'into', 'required', 'copy', 'cut', 'paste', 'duplicate', 'delete'] as const;
/** As many as are named. */
const NAMED = 12;

/** In the place of the settings while several things are chosen: what can be done to all of them at once. */
@customElement('patto-builder-several')
export class PattoBuilderSeveral extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) handles: readonly Handle[] = [];
  @property({ type: Boolean }) readonly = false;

  override render() {
    const { say, definition, handles, readonly } = this;
    const order = outermost(definition, handles);
    const more = order.length - NAMED;
    return html`<h3>${say('several.title', { count: order.length })}</h3>
      <ul class="named">
        ${order.slice(0, NAMED).map((handle) => html`<li>${titleOf(definition, handle)}</li>`)}
        ${more > 0 ? html`<li>${say('card.more-options', { count: more })}</li>` : ''}
      </ul>
      <p class="hint">${say('several.about')} ${say('several.keys')}</p>
      <div class="cluster">
        ${acts
          .filter((act) => !readonly || act === 'copy')
          .map(
            (act) =>
              html`<button
                class="small ${act === 'delete' ? 'danger' : ''}"
                data-all=${act}
                @click=${() => this.tell('builder-act', { act, handle: '' })}
              >
                ${say(`do.${act}` as Word)}
              </button>`,
          )}
      </div>`;
  }
}
