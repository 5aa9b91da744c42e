// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import type { Handle, Lost } from '../edit/contract.ts';
import { split } from '../edit/fields.ts';
import { titleOf } from '../edit/references.ts';
import { removeAll } from '../edit/several.ts';
import { insideCount } from '../edit/type.ts';
import type { Word } from '../words.ts';
import { Asking } from './asking.ts';

/** What each keyword loses when what it reads goes. */
const consequences: { readonly [word: string]: Word } = {
  'x-show': 'reader.x-show',
  'x-require': 'reader.x-require',
  'x-lock': 'reader.x-lock',
  'x-value': 'reader.x-value',
  'x-prefill': 'reader.x-prefill',
  'x-check': 'reader.x-check',
  'x-ref': 'reader.x-ref',
  'x-each': 'reader.x-each',
  conditions: 'reader.conditions',
  gives: 'reader.gives',
  outcome: 'reader.outcome',
  shared: 'reader.shared',
};

/** Asks before deleting, naming who reads the answer. Fires builder-confirmed with the handle. */
@customElement('patto-builder-deletion')
export class PattoBuilderDeletion extends Asking {
  @property({ attribute: false }) definition!: Definition;
  /** all that are chosen together: they go together */
  @property({ attribute: false }) together: readonly Handle[] = [];
  @state() private handle: Handle = '';

  async ask(handle: Handle): Promise<void> {
    this.handle = handle;
    await this.appear('[data-confirm-delete]');
  }

  private confirmed(): void {
    this.hide();
    this.dispatchEvent(new CustomEvent('builder-confirmed', { detail: this.handle }));
  }

  private reader({ by, word }: Lost): TemplateResult {
    // Of a question that goes from another list, too, the list is named.
    const title = titleOf(this.definition, word === 'shared' ? split(by)[0].replace(/\/\*$/, '') : by);
    return html`<li>${this.say(consequences[word] ?? 'reader.other', { title })}</li>`;
  }

  override render() {
    if (!this.open) return nothing;
    const { say, handle, definition } = this;
    const question = handle.startsWith('/');
    const inside = question && !(this.together.length > 1) ? (insideCount(definition, handle) ?? 0) : 0;
    const all = this.together.length > 1 && this.together.includes(handle) ? this.together : [handle];
    const readers = handle === '' ? [] : (removeAll(definition, all).lost ?? []);
    const several = all.length > 1;
    return html`<patto-dialog
      heading=${several ? say('delete.title-several', { count: all.length }) : say('delete.title', { title: titleOf(definition, handle) })}
      close-label=${say('close')}
      @close=${this.gone}
    >
      <p>
        ${say(several ? 'delete.several' : question || handle.startsWith('note:') ? 'delete.plain' : 'delete.box')}
      </p>
      ${inside > 0 ? html`<p>${say('delete.inside', { count: inside })}</p>` : nothing}
      ${
        readers.length > 0
          ? html`<p>${say('delete.readers')}</p>
              <ul data-readers>
                ${readers.map((reader) => this.reader(reader))}
              </ul>`
          : nothing
      }
      <button slot="actions" @click=${() => this.hide()}>${say('cancel')}</button>
      <button slot="actions" class="danger" data-confirm-delete @click=${this.confirmed}>
        ${say('delete.yes')}
      </button>
    </patto-dialog>`;
  }
}
