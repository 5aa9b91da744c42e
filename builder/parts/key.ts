// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import type { Handle } from '../edit/contract.ts';
import { split } from '../edit/fields.ts';
import { referrers, titleOf } from '../edit/references.ts';
import { renameKey } from '../edit/rename.ts';
import { Part } from './part.ts';

/** The name of a question in the data: changed, whatever reads it follows, and what cannot follow is said. */
@customElement('patto-builder-key')
export class PattoBuilderKey extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;

  private changed(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [, key] = split(this.handle);
    const to = input.value.trim();
    if (to === key) return;
    const edited = renameKey(this.definition, this.handle, to);
    this.tell('builder-edit', { edited, select: true });
    if ('refused' in edited) input.value = key;
    else void this.stay();
  }

  /** The panel is drawn anew for the new name; who typed it stays in it. */
  private async stay(): Promise<void> {
    const root = this.getRootNode() as ShadowRoot;
    const drawn = (): Promise<unknown> =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await drawn();
    const details = root.querySelector<HTMLDetailsElement>('[data-more="key"]');
    if (details) details.open = true;
    await drawn();
    root.querySelector<HTMLElement>('#panel-key')?.focus();
  }

  override render() {
    const { say, definition, handle } = this;
    const [, key] = split(handle);
    const names = [...new Set(referrers(definition, handle).map(({ by }) => by))]
      .filter((by) => by !== '' && !/^(outcome|gives|condition:)/.test(by))
      .map((by) => say('quoted', { name: titleOf(definition, by.replace(/\/\*$/, '')) }));
    return html`<p class="hint" id="panel-key-about">${say('key.about')}</p>
      ${definition.kind === 'pact' ? html`<p class="notice">${say('key.pact')}</p>` : nothing}
      <label class="label" for="panel-key">${say('key.label')}</label>
      <input
        id="panel-key"
        aria-describedby="panel-key-about"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        maxlength="60"
        ?readonly=${this.readonly}
        .value=${key}
        @change=${this.changed}
      />
      ${names.length > 0 ? html`<p class="hint">${say('key.read-by', { names: names.join(', ') })}</p>` : nothing}`;
  }
}
