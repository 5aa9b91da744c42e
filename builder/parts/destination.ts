// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import type { Handle, Place } from '../edit/contract.ts';
import { titleOf } from '../edit/references.ts';
import { type TreeNode, find, flat, readTree } from '../edit/tree.ts';
import { Asking } from './asking.ts';

/** "Sposta in…": the pages, sections, repeats and groups that a question may go to. Fires builder-placed. */
@customElement('patto-builder-destination')
export class PattoBuilderDestination extends Asking {
  @property({ attribute: false }) definition!: Definition;
  @state() private handle: Handle = '';

  async ask(handle: Handle): Promise<void> {
    this.handle = handle;
    await this.appear('.goals button');
  }

  private goals(): readonly TreeNode[] {
    const tree = readTree(this.definition);
    const found = find(tree, this.handle);
    const here = found?.around.findLast((node) => node.kind !== 'row')?.handle;
    const own = new Set(found ? flat([found.node]).map((node) => node.handle) : []);
    return flat(tree).filter(
      (node) =>
        (node.kind === 'page' || node.kind === 'section' || node.scope !== undefined) &&
        node.handle !== here &&
        !own.has(node.handle),
    );
  }

  private go(into: Handle): void {
    this.hide();
    const place: Place = { into };
    this.dispatchEvent(new CustomEvent('builder-placed', { detail: { handle: this.handle, place } }));
  }

  override render() {
    if (!this.open) return nothing;
    const { say, definition } = this;
    const word = (node: TreeNode) =>
      node.kind === 'page' ? 'into.page' : node.kind === 'section' ? 'into.section' : 'into.field';
    return html`<patto-dialog
      heading=${say('into.title', { title: titleOf(definition, this.handle) })}
      close-label=${say('close')}
      @close=${this.gone}
    >
      <div class="goals">
        ${this.goals().map(
          (node) =>
            html`<button data-goal=${node.handle} @click=${() => this.go(node.handle)}>
              ${say(word(node), { title: titleOf(definition, node.handle) })}
            </button>`,
        )}
      </div>
      <button slot="actions" @click=${() => this.hide()}>${say('cancel')}</button>
    </patto-dialog>`;
  }
}
